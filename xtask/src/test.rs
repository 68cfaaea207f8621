// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! `cargo xtask test`: every check of the project, from a bare machine on.

use std::path::PathBuf;
use std::process::Command;

use crate::display::Display;
use crate::metadata::Workspace;
use crate::packages::Purpose;
use crate::run::{self, Failure, Outcome};
use crate::steps::Steps;
use crate::{setup, tidy};

/// (name, steps without which it makes no sense), in the order of the run.
const STEPS: &[(&str, &[&str])] = &[
    ("setup", &[]),
    ("fmt", &[]),
    ("tidy", &[]),
    ("reuse", &["setup"]),
    ("ui", &["setup"]),
    ("clippy", &["setup"]),
    ("rust", &["setup"]),
    ("build", &["setup"]),
    ("journeys", &["ui", "build"]),
    ("faults", &["build"]),
    ("fuzz", &["rust"]),
    ("deny", &["setup"]),
];

/// Members that are a step of their own, because they start programs and take their time.
const HEAVY: &[&str] = &["varco-journeys", "varco-faults"];

/// The names that `--only` takes.
pub fn names() -> Vec<&'static str> {
    STEPS.iter().map(|(name, _)| *name).collect()
}

/// The verb itself.
pub fn run(words: &[String]) -> Outcome {
    let (mut long, mut only) = (false, Vec::new());
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--long" => long = true,
            "--only" => only.push(words.next().map(String::as_str).unwrap_or_default()),
            other => {
                return Err(Failure::usage(format!(
                    "`test` has no `{other}`: cargo xtask test [--long] [--only STEP]..."
                )));
            }
        }
    }
    if let Some(unknown) = only.iter().find(|name| !names().contains(name)) {
        return Err(Failure::usage(format!("There is no step `{unknown}`. There are: {}.", names().join(", "))));
    }
    let workspace = Workspace::read()?;
    let bench = Bench { long, target: workspace.target.clone(), workspace };
    let mut steps = Steps::default();
    for (name, needs) in STEPS {
        if !only.is_empty() && !only.contains(name) {
            continue;
        }
        match bench.absent(name) {
            Some(why) => steps.absent(name, why),
            None => steps.step(name, needs, || bench.work(name)),
        }
    }
    steps.close()
}

/// What the steps have in common.
struct Bench {
    long: bool,
    target: PathBuf,
    workspace: Workspace,
}

impl Bench {
    /// Why a step has nothing to do, if so.
    fn absent(&self, step: &str) -> Option<&'static str> {
        let root = run::root();
        match step {
            "reuse" if !root.join("REUSE.toml").exists() => Some("no REUSE.toml in this tree"),
            "ui" if !root.join("ui/package.json").exists() => Some("no ui/package.json in this tree"),
            "journeys" if !self.workspace.has("varco-journeys") => Some("no crate varco-journeys in this tree"),
            "faults" if !self.workspace.has("varco-faults") => Some("no crate varco-faults in this tree"),
            "build" if !HEAVY.iter().any(|name| self.workspace.has(name)) => Some("no step needs the programs"),
            "fuzz" if !self.long => Some("part of --long; `rust` tries the same by chance"),
            "deny" if !self.long => Some("part of --long; `tidy` checks the licences"),
            _ => None,
        }
    }

    fn work(&self, step: &str) -> Outcome {
        match step {
            "setup" => setup::prepare(Purpose::Test),
            "fmt" => run::go(run::cargo().args(["fmt", "--all", "--check"])),
            "tidy" => tidy::run(&[]),
            "reuse" => run::go(run::command(setup::venv_program(&self.target, "reuse")).args(["lint", "--lines"])),
            "ui" => self.ui(),
            "clippy" => run::go(run::cargo().args([
                "clippy",
                "--workspace",
                "--all-targets",
                "--quiet",
                "--",
                "-D",
                "warnings",
            ])),
            "rust" => self.rust(),
            "build" => run::go(run::cargo().args(["build", "--quiet", "--workspace", "--bins"])),
            "journeys" => self.on_a_display(self.tests_of(self.journeys())),
            "faults" => run::go(&mut self.tests_of(&["--package", "varco-faults"])),
            "fuzz" => self.fuzz(),
            "deny" => self.deny(),
            other => Err(Failure::new(format!("`{other}` is not written."))),
        }
    }

    fn ui(&self) -> Outcome {
        setup::npm_modules(&self.target)?;
        for script in ["api:fresh", "check", "test", "build"] {
            run::go(run::npm().args(["run", "--if-present", script]).env("CI", "true"))?;
        }
        Ok(())
    }

    fn rust(&self) -> Outcome {
        let mut which = vec!["--workspace"];
        for name in HEAVY.iter().filter(|name| self.workspace.has(name)) {
            which.extend(["--exclude", name]);
        }
        run::go(&mut self.tests_of(&which))?;
        if has_nextest() {
            run::say("$ cargo test --doc  (nextest leaves out the examples in the documentation)");
            run::ask(run::cargo().args(["test", "--quiet", "--doc"]).args(&which))?;
        }
        Ok(())
    }

    fn tests_of(&self, which: &[&str]) -> Command {
        let mut command = run::cargo();
        if has_nextest() {
            command.args(["nextest", "run", "--no-fail-fast", "--no-tests", "pass", "--cargo-quiet"]);
        } else {
            command.args(["test", "--quiet", "--no-fail-fast"]);
        }
        command.args(which);
        self.lend(&mut command);
        command
    }

    /// Tells tests where the things are that this program has made for them.
    fn lend(&self, command: &mut Command) {
        setup::lend(&self.target, command);
        command.env("VARCO_LONG", if self.long { "1" } else { "0" });
    }

    /// What needs mounts of its own, or the day that it is today, is part of the long run.
    fn journeys(&self) -> &'static [&'static str] {
        const QUICK: &[&str] = &[
            "--package",
            "varco-journeys",
            "--test",
            "door",
            "--test",
            "window",
            "--test",
            "verdicts",
            "--test",
            "entrance",
            "--test",
            "lobby",
            "--test",
            "admin",
            "--test",
            "hours",
            "--test",
            "closures",
        ];
        if self.long { &QUICK[..2] } else { QUICK }
    }

    fn on_a_display(&self, mut command: Command) -> Outcome {
        if !cfg!(target_os = "linux") {
            return run::go(&mut command);
        }
        let display = Display::start()?;
        display.lend(&mut command);
        run::go(&mut command)
    }

    /// Each target for some minutes; what was found before is tried first.
    fn fuzz(&self) -> Outcome {
        self.tool("cargo-fuzz", "0.13.2")?;
        let corpus = self.target.join("fuzz-corpus");
        for target in ["text", "code", "rows", "picture"] {
            let seen = corpus.join(target);
            std::fs::create_dir_all(&seen).map_err(|e| Failure::new(format!("{}: {e}", seen.display())))?;
            let mut fuzz = run::cargo();
            self.lend(&mut fuzz);
            // The sanitizer's flag belongs to nightly; the compiler is the same.
            fuzz.env("RUSTC_BOOTSTRAP", "1");
            fuzz.args(["fuzz", "run", "--fuzz-dir", "tests/fuzz", "--features", "guided", target]).arg(seen);
            fuzz.args(["--", "-max_total_time=300", "-rss_limit_mb=512", "-max_len=65536", "-print_final_stats=1"]);
            run::go(&mut fuzz)?;
        }
        Ok(())
    }

    fn deny(&self) -> Outcome {
        self.tool("cargo-deny", "0.20.2")?;
        let mut deny = run::cargo();
        self.lend(&mut deny);
        run::go(deny.args(["deny", "--all-features", "check", "licenses", "bans", "sources"]))
    }

    /// Builds a program of cargo's that only the long run needs, unless it is there.
    fn tool(&self, name: &str, version: &str) -> Outcome {
        let tools = setup::tools(&self.target);
        if tools.join("bin").join(name).exists() || run::on_path(name) {
            return Ok(());
        }
        let which = format!("{name}@{version}");
        run::go(run::cargo().args(["install", "--quiet", "--locked", &which, "--root"]).arg(&tools))
    }
}

fn has_nextest() -> bool {
    run::on_path("cargo-nextest")
}
