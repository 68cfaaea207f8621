// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A PDF through the tools of poppler-utils, which Debian's installer of the tests brings along.

use std::path::PathBuf;
use std::process::Command;

/// A PDF in a folder of its own.
pub struct Pdf {
    folder: tempfile::TempDir,
}

impl Pdf {
    pub fn new(bytes: &[u8]) -> Self {
        let folder = tempfile::tempdir().expect("a folder for the PDF");
        std::fs::write(folder.path().join("sheet.pdf"), bytes).expect("the PDF is written");
        Self { folder }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("sheet.pdf")
    }

    fn run(&self, tool: &str, before: &[&str], after: &[&str]) -> String {
        let output = Command::new(tool).args(before).arg(self.path()).args(after).output();
        let output = output.unwrap_or_else(|error| panic!("{tool} of poppler-utils is needed for this test: {error}"));
        assert!(output.status.success(), "{tool}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("UTF-8")
    }

    /// The text in the order of the file, which is the order of reading, all white space as single spaces.
    pub fn text(&self) -> String {
        self.run("pdftotext", &["-raw", "-enc", "UTF-8"], &["-"]).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The text of each page, lines as they stand.
    pub fn pages(&self) -> Vec<String> {
        let text = self.run("pdftotext", &["-layout", "-enc", "UTF-8"], &["-"]);
        text.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect()
    }

    /// Name and "embedded" column of each font.
    pub fn fonts(&self) -> Vec<(String, bool)> {
        let table = self.run("pdffonts", &[], &[]);
        let font = |line: &str| {
            let words: Vec<&str> = line.split_whitespace().collect();
            // … emb sub uni object generation
            (words[0].to_owned(), words[words.len() - 5] == "yes")
        };
        table.lines().skip(2).map(font).collect()
    }

    /// What `pdfinfo` says of the file.
    pub fn info(&self) -> String {
        self.run("pdfinfo", &[], &[])
    }

    /// The first page at 300 pixels per inch without smoothing, so that each pixel is the colour of the sheet.
    pub fn draw(&self) -> Picture {
        let options = ["-r", "300", "-gray", "-aa", "no", "-aaVector", "no", "-singlefile"];
        let target = self.folder.path().join("page");
        self.run("pdftoppm", &options, &[target.to_str().expect("a plain path")]);
        Picture::from_pgm(&std::fs::read(target.with_extension("pgm")).expect("a picture"))
    }
}

/// A grey picture at 300 pixels per inch.
pub struct Picture {
    width: usize,
    pub gray: Vec<u8>,
}

impl Picture {
    fn from_pgm(bytes: &[u8]) -> Self {
        let mut rest = bytes;
        let mut word = || {
            let end = rest.iter().position(u8::is_ascii_whitespace).expect("a header");
            let word = std::str::from_utf8(&rest[..end]).expect("ASCII").to_owned();
            rest = &rest[end + 1..];
            word
        };
        let [magic, width, height, depth] = [word(), word(), word(), word()];
        assert_eq!((magic.as_str(), depth.as_str()), ("P5", "255"));
        let [width, height]: [usize; 2] = [width, height].map(|number| number.parse().expect("a size"));
        assert_eq!(rest.len(), width * height);
        Self { width, gray: rest.to_vec() }
    }

    /// Whether the sheet is black at this place, in millimetres from the left and from the top.
    pub fn is_black(&self, x_mm: f64, y_mm: f64) -> bool {
        let pixel = |mm: f64| (mm / 25.4 * 300.0) as usize;
        self.gray[pixel(y_mm) * self.width + pixel(x_mm)] < 128
    }
}
