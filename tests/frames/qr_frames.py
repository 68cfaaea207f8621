#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Varco authors
# SPDX-License-Identifier: EUPL-1.2
"""Seeded generator of entrance-kiosk camera frames that hold one booking QR code (or none).

    pip install numpy pillow segno
    python qr_frames.py --seed 1 --out DIR [--per 6] [--clean 40] [--neg 80] [--jobs 2] [--only SCENARIO]

Writes DIR/NNNNN.pgm (1280x720 grey) and DIR/manifest.tsv:
    id \t set \t file \t expected text as hex UTF-8 (or "-": no code in the frame) \t meta (k=v;k=v)
Every frame depends only on (seed, scenario, severity, index): another --seed gives a held-out set of the same kind.

The simulation works in linear light: page/screen texture -> 3-D pose (pinhole) + fold/curl warp -> illumination, glare,
reflection -> defocus disc and motion line -> exposure, shot and read noise -> gamma -> webcam sharpening -> JPEG.
Severities are expressed in module units where that is what matters (blur, motion), so they mean the same at any code size.

Two "genie" ceilings per frame are stored in the meta, computed from the finished frame with the known geometry:
  oracle=1    every Reed-Solomon block is correctable when each module is read at its true centre with an ideal local threshold
  oracleq=1   the same after the best linear equaliser (7x7 half-module taps, fitted with the known bits): the ceiling for
              a decoder that undoes blur.  Both are bounds for a single frame, not something a decoder must reach.
"""
import argparse, io, math, os, sys
import numpy as np
from PIL import Image, ImageDraw, ImageFont
import segno

W, H = 1280, 720
T = 12                       # texture pixels per module
B45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
PAPER = ["p_perspective", "p_rotation", "p_motion", "p_defocus", "p_lowlight", "p_glare", "p_crease", "p_occlusion",
         "p_lowtoner", "p_jpeg", "p_small", "p_mixed"]
PHONE = ["s_moire", "s_dim", "s_reflection", "s_dark", "s_overexp", "s_small", "s_mixed"]
NEG = ["n_page", "n_phone", "n_room"]
# version -> (size, blocks, codewords per block, correctable errors per block), level M
VERS = {3: (29, 1, 70, 13), 5: (37, 2, 67, 12), 6: (41, 4, 43, 8), 7: (45, 4, 49, 9)}


def rng_for(seed, name, sev, i):
    return np.random.default_rng([seed, sum(ord(c) * 131 ** k for k, c in enumerate(name)) % (1 << 31), sev, i])


# ---------------------------------------------------------------- textures
def qr_matrix(text):
    q = segno.make(text, error="m", mode="alphanumeric", boost_error=False)
    return np.array([[1 if c else 0 for c in row] for row in q.matrix], np.uint8), int(q.version)


def draw_lines(d, r, x0, y0, x1, y1, size, dark, step=1.6):
    font = ImageFont.load_default(size=size)
    y = y0
    words = ["Booking", "Total", "EUR", "Entry", "Adult", "Child", "Date", "12.08.2026", "Order", "No.", "Tax", "19%",
             "Guest", "Slot", "10:30", "Please", "show", "this", "receipt", "at", "the", "entrance", "4711", "Hall", "B"]
    while y + size < y1:
        n = int(r.integers(2, 9))
        t = " ".join(words[int(k)] for k in r.integers(0, len(words), n))
        d.text((x0, y), t, fill=dark, font=font)
        if r.random() < 0.4:
            d.text((x1 - 5 * size, y), "%d.%02d" % (r.integers(1, 99), r.integers(0, 99)), fill=dark, font=font)
        if r.random() < 0.12:
            d.line([(x0, y + size * 1.3), (x1, y + size * 1.3)], fill=dark, width=3)
        y += int(size * step)


def texture(r, kind, mat, inverted=False):
    """Returns (uint8 ink map: 0 paper .. 255 ink, origin of the code in texture px or None)."""
    n = mat.shape[0] if mat is not None else 45
    if kind == "page":
        wm = int(n * r.uniform(3.0, 4.6))
        hm = int(wm * 1.414)
    else:
        wm = int(n * r.uniform(1.22, 1.5))
        hm = int(wm * 2.05)
    im = Image.new("L", (wm * T, hm * T), 0)
    d = ImageDraw.Draw(im)
    ox = oy = None
    if kind == "page":
        place = int(r.integers(0, 4))
        mx = (wm - n)
        ox = [8, mx // 2, mx - 8, mx // 2][place]
        oy = [10, int(hm * .12), int(hm * .2), int(hm * .55)][place]
    else:
        ox, oy = (wm - n) // 2, int(hm * r.uniform(.22, .36))
    fs = int(T * (3.2 if kind == "page" else 2.4))
    m = T * 6 if kind == "page" else T * 3
    if kind == "page":
        draw_lines(d, r, m, (oy + n + 8) * T, wm * T - m, hm * T - m, fs, 255)
        draw_lines(d, r, m, m, wm * T - m, max(m, (oy - 8) * T), fs, 255)
        if ox > wm * .4: draw_lines(d, r, m, oy * T, (ox - 8) * T, (oy + n) * T, fs, 255)
        elif ox + n + 8 < wm * .6: draw_lines(d, r, (ox + n + 8) * T, oy * T, wm * T - m, (oy + n) * T, fs, 255)
    else:
        draw_lines(d, r, m, m * 2, wm * T - m, (oy - 6) * T, fs, 255)
        draw_lines(d, r, m, (oy + n + 6) * T, wm * T - m, hm * T - m * 2, fs, 255)
    if mat is not None:
        q = 4
        d.rectangle([(ox - q) * T, (oy - q) * T, (ox + n + q) * T - 1, (oy + n + q) * T - 1], fill=0)
        code = Image.fromarray((mat * 255).astype(np.uint8)).resize((n * T, n * T), Image.NEAREST)
        im.paste(code, (ox * T, oy * T))
    else:                                   # distractors: nested squares, a 1-D bar code, a table
        x, y, s = ox * T, oy * T, n * T
        k = int(r.integers(0, 4))
        if k == 0:
            for j, f in enumerate(np.linspace(0, .45, 5)):
                d.rectangle([x + s * f, y + s * f, x + s - s * f, y + s - s * f], fill=255 if j % 2 == 0 else 0)
        elif k == 1:
            xx = x
            while xx < x + s:
                b = int(r.integers(1, 4)) * T // 2
                d.rectangle([xx, y, xx + b, y + s // 3], fill=255)
                xx += b + int(r.integers(1, 4)) * T // 2
        elif k == 2:
            for j in range(9):
                d.line([(x, y + j * s // 8), (x + s, y + j * s // 8)], fill=255, width=4)
                d.line([(x + j * s // 8, y), (x + j * s // 8, y + s)], fill=255, width=4)
    a = np.asarray(im)
    if inverted: a = 255 - a
    return a, (ox, oy, n, wm, hm)


# ---------------------------------------------------------------- small image tools
def blur_gauss(a, s):
    if s < 0.15: return a
    k = int(3 * s + 1)
    x = np.arange(-k, k + 1)
    g = np.exp(-x * x / (2 * s * s)).astype(np.float32)
    g /= g.sum()
    for ax in (0, 1):
        p = np.pad(a, [(k, k) if i == ax else (0, 0) for i in (0, 1)], mode="edge")
        o = np.zeros_like(a)
        for j in range(2 * k + 1):
            o += g[j] * (p[j:j + a.shape[0]] if ax == 0 else p[:, j:j + a.shape[1]])
        a = o
    return a


def conv(a, ker):
    """FFT convolution with edge padding."""
    kh, kw = ker.shape
    py, px = kh // 2, kw // 2
    p = np.pad(a, ((py, py), (px, px)), mode="edge")
    s = (p.shape[0] + kh - 1, p.shape[1] + kw - 1)
    f = np.fft.irfft2(np.fft.rfft2(p, s) * np.fft.rfft2(ker, s), s)
    return f[2 * py:2 * py + a.shape[0], 2 * px:2 * px + a.shape[1]].astype(np.float32)


def disc(dm):
    r = dm / 2
    k = int(math.ceil(r)) + 1
    y, x = np.mgrid[-k:k + 1, -k:k + 1].astype(float)
    m = np.clip(r + .5 - np.hypot(x, y), 0, 1)
    return m / m.sum()


def line(length, ang):
    k = int(math.ceil(length / 2)) + 1
    m = np.zeros((2 * k + 1, 2 * k + 1))
    for t in np.linspace(-length / 2, length / 2, max(3, int(length * 8))):
        x, y = k + t * math.cos(ang), k + t * math.sin(ang)
        i, j = int(y), int(x)
        fy, fx = y - i, x - j
        m[i, j] += (1 - fy) * (1 - fx); m[i, j + 1] += (1 - fy) * fx
        m[i + 1, j] += fy * (1 - fx); m[i + 1, j + 1] += fy * fx
    return m / m.sum()


def smooth_field(r, cells, shape=(H, W)):
    a = Image.fromarray(r.random((cells, int(cells * 16 / 9) + 1)).astype(np.float32))
    return np.asarray(a.resize((shape[1], shape[0]), Image.BICUBIC))


def background(r):
    """Procedural room in linear light: soft gradients, furniture-like boxes, a person-like blob, fine texture."""
    im = Image.new("L", (W, H), int(r.integers(60, 150)))
    d = ImageDraw.Draw(im)
    for _ in range(int(r.integers(8, 26))):
        x, y = int(r.integers(-200, W)), int(r.integers(-150, H))
        w, h = int(r.integers(20, 500)), int(r.integers(20, 400))
        f = int(r.integers(10, 240))
        if r.random() < .7: d.rectangle([x, y, x + w, y + h], fill=f)
        else: d.ellipse([x, y, x + w, y + h], fill=f)
    for _ in range(int(r.integers(0, 14))):
        x, y = int(r.integers(0, W)), int(r.integers(0, H))
        d.line([(x, y), (x + int(r.integers(-300, 300)), y + int(r.integers(-300, 300)))], fill=int(r.integers(0, 255)), width=int(r.integers(1, 7)))
    cx = int(r.integers(200, W - 200))
    d.ellipse([cx - 90, 20, cx + 90, 270], fill=int(r.integers(90, 170)))
    d.rounded_rectangle([cx - 230, 260, cx + 230, H + 50], 90, fill=int(r.integers(20, 120)))
    a = np.asarray(im, np.float32) / 255
    a = blur_gauss(a, float(r.uniform(.8, 5)))
    a = a * (0.8 + .4 * smooth_field(r, 90)) * (.6 + .8 * smooth_field(r, 4))
    return np.clip(a, 0, 1) ** 2.2


# ---------------------------------------------------------------- geometry
class Pose:
    """Plane (module units, code centre at the origin) -> pixels, with optional fold and curl; inverse is closed form."""
    def __init__(s, r, width_px, n, tilt=0., roll=0., folds=(), curl=0., f=1050.):
        ax = r.uniform(0, 2 * math.pi)
        k = np.array([math.cos(ax), math.sin(ax), 0])
        K = np.array([[0, -k[2], k[1]], [k[2], 0, -k[0]], [-k[1], k[0], 0]])
        th = math.radians(tilt)
        R = np.eye(3) + math.sin(th) * K + (1 - math.cos(th)) * K @ K
        c, si = math.cos(math.radians(roll)), math.sin(math.radians(roll))
        R = R @ np.array([[c, -si, 0], [si, c, 0], [0, 0, 1]])
        z = f * n / width_px
        half = .75 * width_px
        mx = max(0., W / 2 - half - 12); my = max(0., H / 2 - half * .95 - 8)
        cx, cy = r.uniform(-mx, mx), r.uniform(-my, my)
        t = np.array([cx * z / f, cy * z / f, z])
        Kc = np.array([[f, 0, W / 2], [0, f, H / 2], [0, 0, 1]])
        s.Hm = Kc @ np.column_stack([R[:, 0], R[:, 1], t])
        s.Hi = np.linalg.inv(s.Hm)
        s.folds, s.curl, s.n = list(folds), curl, n

    def inv(s, x, y):
        q = s.Hi
        w = q[2, 0] * x + q[2, 1] * y + q[2, 2]
        u = (q[0, 0] * x + q[0, 1] * y + q[0, 2]) / w
        v = (q[1, 0] * x + q[1, 1] * y + q[1, 2]) / w
        return s.warp(u, v)

    def warp(s, u, v):
        if s.curl:                                   # page bent round a vertical cylinder
            R = s.n / s.curl
            u = R * np.arcsin(np.clip(u / R, -.98, .98))
        for (nx, ny, d0, k, sh) in s.folds:          # past the fold line the sheet tilts away: foreshortened and sheared
            d = nx * u + ny * v - d0
            tt = -ny * u + nx * v
            p = np.maximum(d, 0)
            dd = d + k * p
            tt = tt * (1 + sh * p / s.n)
            u = nx * (dd + d0) - ny * tt
            v = ny * (dd + d0) + nx * tt
        return u, v

    def fwd(s, u, v):
        """Newton on the inverse map."""
        m = s.Hm
        w = m[2, 0] * u + m[2, 1] * v + m[2, 2]
        x, y = (m[0, 0] * u + m[0, 1] * v + m[0, 2]) / w, (m[1, 0] * u + m[1, 1] * v + m[1, 2]) / w
        for _ in range(12):
            e = .25
            u0, v0 = s.inv(x, y); u1, v1 = s.inv(x + e, y); u2, v2 = s.inv(x, y + e)
            a, b, c, d = (u1 - u0) / e, (u2 - u0) / e, (v1 - v0) / e, (v2 - v0) / e
            det = a * d - b * c
            det = np.where(np.abs(det) < 1e-9, 1e-9, det)
            du, dv = u - u0, v - v0
            x = x + np.clip((d * du - b * dv) / det, -40, 40)
            y = y + np.clip((a * dv - c * du) / det, -40, 40)
        return x, y


def bilinear(a, x, y):
    x = np.clip(x, 0, a.shape[1] - 1.001); y = np.clip(y, 0, a.shape[0] - 1.001)
    i, j = y.astype(np.int32), x.astype(np.int32)
    fx, fy = (x - j).astype(np.float32), (y - i).astype(np.float32)
    return (a[i, j] * (1 - fx) + a[i, j + 1] * fx) * (1 - fy) + (a[i + 1, j] * (1 - fx) + a[i + 1, j + 1] * fx) * fy


# ---------------------------------------------------------------- one frame
def params(r, sc, sev):
    """Everything that defines a frame; base values are a decent kiosk camera in a lit hall."""
    j = lambda v: v * r.uniform(.85, 1.15)
    lv = lambda *a: j(a[sev - 1])
    p = dict(width=float(np.exp(r.uniform(math.log(150), math.log(420)))), tilt=r.uniform(0, 14), roll=r.normal(0, 7),
             motion=0., defocus=0., nwhite=4000., glare=0., glare_w=.0, folds=0, foldk=0., curl=r.uniform(0, .12), occl=0.,
             toner=0., streaks=0, q=int(r.integers(78, 93)), white=.75, sharp=r.uniform(.2, .8), lens=r.uniform(.45, .75),
             grad=r.uniform(0, .25), shadow=0., moire=0., band=0., refl=0., dim=0., bloom=0., inverted=False, phone=False)
    if sc.startswith(("s_", "n_phone")):
        p.update(phone=True, white=.8, moire=r.uniform(0, .08), refl=r.uniform(0, .05), curl=0., roll=r.normal(0, 6),
                 inverted=bool(r.random() < .15) and sc not in ("s_dark",))
        p["width"] = float(np.exp(r.uniform(math.log(150), math.log(360))))
    if sev == 0: return p
    if sc == "p_perspective": p.update(tilt=lv(18, 30, 40, 48, 55), width=r.uniform(220, 420), roll=r.normal(0, 15))
    elif sc == "p_rotation": p.update(roll=[r.uniform(8, 20), r.uniform(20, 40), r.uniform(80, 100), r.uniform(120, 240), r.uniform(40, 50)][sev - 1] * r.choice([-1, 1]), tilt=[8, 12, 16, 22, 30][sev - 1])
    elif sc == "p_motion": p.update(motion=lv(.6, 1.0, 1.4, 1.8, 2.3), nwhite=2500)
    elif sc == "p_defocus": p.update(defocus=lv(.8, 1.2, 1.6, 2.0, 2.4))
    elif sc == "p_lowlight": p.update(nwhite=lv(350, 140, 60, 28, 14), white=[.6, .5, .42, .34, .28][sev - 1], q=int(r.integers(60, 85)))
    elif sc == "p_glare": p.update(glare=lv(.5, .9, 1.5, 2.2, 3.0), glare_w=lv(.12, .18, .25, .33, .42))
    elif sc == "p_crease": p.update(folds=[1, 1, 2, 2, 3][sev - 1], foldk=lv(.06, .12, .18, .25, .33), curl=lv(.1, .25, .4, .55, .7), shadow=.1 * sev)
    elif sc == "p_occlusion": p.update(occl=lv(.02, .04, .06, .085, .11))
    elif sc == "p_lowtoner": p.update(toner=lv(.35, .5, .62, .7, .77), streaks=[1, 2, 3, 4, 5][sev - 1])
    elif sc == "p_jpeg": p.update(q=[35, 22, 14, 9, 6][sev - 1], width=r.uniform(130, 260))
    elif sc in ("p_small", "s_small"): p.update(width=[r.uniform(180, 220), r.uniform(150, 180), r.uniform(125, 150), r.uniform(105, 125), r.uniform(88, 105)][sev - 1])
    elif sc == "p_mixed":
        g = sev / 5.
        p.update(tilt=r.uniform(5, 15 + 35 * g), roll=r.uniform(-180, 180), motion=r.uniform(0, 1.6) * g, defocus=r.uniform(0, 1.7) * g,
                 nwhite=float(np.exp(math.log(1500) - g * r.uniform(1, 3.3))), glare=r.uniform(0, 1.5) * g * (r.random() < .4), glare_w=.2,
                 folds=int(r.integers(0, 1 + sev // 2)), foldk=.18 * g, curl=r.uniform(0, .5) * g, occl=.04 * g * (r.random() < .3),
                 toner=r.uniform(0, .6) * g, q=int(90 - 60 * g * r.random()), shadow=.4 * g * r.random(), width=float(np.exp(r.uniform(math.log(110), math.log(420)))))
    elif sc == "s_moire": p.update(moire=lv(.12, .25, .4, .6, .85), band=lv(.03, .07, .12, .18, .25))
    elif sc == "s_dim": p.update(dim=lv(.35, .55, .72, .83, .9), grad=lv(.2, .35, .5, .6, .7), nwhite=[3000, 1500, 800, 400, 200][sev - 1])
    elif sc == "s_reflection": p.update(refl=lv(.15, .35, .6, .9, 1.3))
    elif sc == "s_dark": p.update(inverted=True, defocus=[0, .5, .9, 1.2, 1.6][sev - 1], nwhite=[3000, 1000, 400, 150, 70][sev - 1], roll=r.normal(0, 4 * sev))
    elif sc == "s_overexp": p.update(white=lv(1.2, 1.8, 2.6, 3.6, 5.0), bloom=lv(.04, .08, .12, .17, .22), inverted=bool(r.random() < .3))
    elif sc == "s_mixed":
        g = sev / 5.
        p.update(tilt=r.uniform(5, 12 + 30 * g), roll=r.uniform(-180, 180), motion=r.uniform(0, 1.5) * g, defocus=r.uniform(0, 1.5) * g,
                 nwhite=float(np.exp(math.log(2000) - g * r.uniform(1, 3))), refl=.5 * g * r.random(), moire=.5 * g * r.random(), band=.12 * g * r.random(),
                 dim=.6 * g * r.random(), q=int(90 - 55 * g * r.random()), inverted=bool(r.random() < .3), bloom=.08 * g * r.random(),
                 width=float(np.exp(r.uniform(math.log(110), math.log(360)))))
    return p


def render(seed, sc, sev, i):
    r = rng_for(seed, sc, sev, i)
    p = params(r, sc, sev)
    has = not sc.startswith("n_")
    text, mat, ver, n = None, None, 0, 45
    if has:
        ln = int(r.integers(150, 173)) if i % 2 == 0 else int(r.integers(56, 62))
        text = "".join(B45[int(k)] for k in r.integers(0, 45, ln))
        if text[0] == " ": text = "Q" + text[1:]
        if text[-1] == " ": text = text[:-1] + "Z"
        mat, ver = qr_matrix(text)
        n = mat.shape[0]
    bg = background(r)
    mod = p["width"] / n
    lin = bg * .55
    pose = None
    if sc != "n_room":
        tex, (ox, oy, n_, wm, hm) = texture(r, "phone" if p["phone"] else "page", mat, p["inverted"])
        folds = []
        for _ in range(p["folds"]):
            a = r.uniform(0, 2 * math.pi) if r.random() < .5 else r.choice([0, .5, 1, 1.5]) * math.pi + r.normal(0, .05)
            folds.append((math.cos(a), math.sin(a), r.uniform(-.3, .3) * n, p["foldk"] * r.uniform(.6, 1.2), r.normal(0, .35) * p["foldk"]))
        pose = Pose(r, p["width"], n, p["tilt"], p["roll"], folds, p["curl"])
        red = max(1, min(4, int(math.ceil(.5 * T / mod - .2))))
        tx = np.asarray(Image.fromarray(tex).reduce(red) if red > 1 else Image.fromarray(tex), np.float32) / 255
        tpm = T / red
        if p["toner"] > 0:                                # uneven toner + streaks of missing toner, in page space
            mott = np.asarray(Image.fromarray(r.random((hm // 2 + 2, wm // 2 + 2)).astype(np.float32)).resize((tx.shape[1], tx.shape[0]), Image.BICUBIC))
            gr = r.random(tx.shape, np.float32)
            keep = 1 - p["toner"] * (.6 + .5 * mott + .25 * (gr - .5))
            for _ in range(p["streaks"]):
                x0 = (ox + r.uniform(-2, n + 2)) * tpm
                w0 = r.uniform(.15, .8) * tpm
                keep *= 1 - r.uniform(.4, 1) * np.exp(-((np.arange(tx.shape[1]) - x0) / w0) ** 2)[None, :]
            tx = tx * np.clip(keep, 0, 1)
        acc = np.zeros((H, W), np.float32); cov = np.zeros((H, W), np.float32)
        gx, gy = np.meshgrid(np.arange(W, dtype=np.float64), np.arange(H, dtype=np.float64))
        sub = [(-.25, -.25), (.25, -.25), (-.25, .25), (.25, .25)]
        grid_pitch = r.uniform(.055, .085)                # screen pixel pitch in modules
        ph = r.uniform(0, 6.28, 2)
        ga = r.normal(0, .02)
        for (dx, dy) in sub:
            u, v = pose.inv(gx + dx, gy + dy)
            tu, tv = u + ox + n / 2, v + oy + n / 2
            inside = (tu > 0) & (tv > 0) & (tu < wm) & (tv < hm)
            ink = bilinear(tx, tu * tpm - .5, tv * tpm - .5)
            if p["phone"]:
                em = (1 - ink) * .985 + .012
                if p["moire"] > 0:                       # aliased screen grid: one sample per pixel, so it beats with the sensor
                    if dx == sub[0][0] and dy == sub[0][1]:
                        u0, v0 = pose.inv(gx, gy)
                        cu = np.cos(2 * np.pi * (u0 + ga * v0) / grid_pitch + ph[0])
                        cv = np.cos(2 * np.pi * (v0 - ga * u0) / grid_pitch + ph[1])
                        moi = (1 + p["moire"] * (.5 * cu + .3 * cv + .2 * cu * cv)).astype(np.float32)
                    em = em * moi
                bez = (tu > -2.5) & (tv > -6) & (tu < wm + 2.5) & (tv < hm + 6) & ~inside
                val = np.where(inside, em, .015)
                inside = inside | bez
            else:
                val = .85 * (1 - ink) + .035 * ink
                if p["occl"] > 0 and has:
                    if dx == sub[0][0] and dy == sub[0][1]:
                        rad = n * math.sqrt(4 * p["occl"] / math.pi)
                        cor = int(r.integers(0, 4))
                        ccx, ccy = [(-n / 2, -n / 2), (n / 2, -n / 2), (n / 2, n / 2), (-n / 2, n / 2)][cor]
                        el = r.uniform(.75, 1.3); skin = r.uniform(.25, .5)
                    dd = ((u - ccx) / (rad * el)) ** 2 + ((v - ccy) / (rad / el)) ** 2
                    val = np.where(dd < 1, skin * (1 - .25 * dd), val)
                for (nx, ny, d0, k, sh) in pose.folds:   # shading of the fold and its ridge
                    d = nx * u + ny * v - d0
                    val = val * (1 - .5 * min(.8, k * 2) * np.clip(d * 2, 0, 1)) * (1 - .35 * np.exp(-(d / .35) ** 2))
            acc += np.where(inside, val, 0).astype(np.float32)
            cov += inside
        acc /= 4; cov /= 4
        light = 1 - p["grad"] * ((gx / W - .5) * math.cos(ph[0]) + (gy / H - .5) * math.sin(ph[0]) + .5)
        if p["shadow"] > 0:
            a = r.uniform(0, 6.28)
            e = (gx - W / 2) * math.cos(a) + (gy - H / 2) * math.sin(a) + r.normal(0, 120)
            light = light * (1 - p["shadow"] / (1 + np.exp(-e / r.uniform(4, 25))))
        if p["phone"]:
            lin = lin * (1 - cov) + acc * (1 - p["dim"]) * light
            if p["band"] > 0: lin = lin * np.where(cov > .5, 1 + p["band"] * np.sin(2 * np.pi * gy / r.uniform(50, 160) + ph[1]), 1)
            if p["refl"] > 0:                            # window / lamp mirrored in the glass
                rf = np.zeros((H, W), np.float32)
                cx, cy = pose.fwd(np.array([0.]), np.array([0.]))
                for _ in range(int(r.integers(1, 4))):
                    x, y = cx[0] + r.normal(0, .35) * p["width"], cy[0] + r.normal(0, .35) * p["width"]
                    w2, h2 = r.uniform(.05, .3) * p["width"], r.uniform(.05, .4) * p["width"]
                    rf += ((np.abs(gx - x) < w2) & (np.abs(gy - y) < h2)) if r.random() < .5 else (((gx - x) / w2) ** 2 + ((gy - y) / h2) ** 2 < 1)
                rf = blur_gauss(np.clip(rf, 0, 1), 3 + .02 * p["width"]) * .8 + .12 * smooth_field(r, 5) + .25 * bg
                lin = lin + p["refl"] * rf * cov
        else:
            lin = (lin * (1 - cov) + acc) * light
            if p["glare"] > 0:
                cx, cy = pose.fwd(np.array([r.normal(0, .18) * n]), np.array([r.normal(0, .18) * n]))
                a = r.uniform(0, 6.28)
                e = ((gx - cx[0]) * math.cos(a) + (gy - cy[0]) * math.sin(a)) / (p["glare_w"] * p["width"])
                lin = lin + p["glare"] * np.exp(-e ** 4) * cov * (.85 + .3 * smooth_field(r, 30))
        for _ in range(int(r.integers(0, 3))):           # fingers at the rim, away from the code
            a = r.uniform(0, 6.28)
            x, y = pose.fwd(np.array([n * .95 * math.cos(a)]), np.array([n * .95 * math.sin(a)]))
            if has:
                fr = n * .2 * mod
                m = ((gx - x[0]) ** 2 + (gy - y[0]) ** 2 < fr * fr)
                u, v = pose.inv(gx, gy)
                m &= (np.maximum(np.abs(u), np.abs(v)) > n / 2 + 3.5)
                lin = np.where(m, .3, lin)
    lin = lin.astype(np.float32)
    if p["bloom"] > 0: lin = lin * (1 - p["bloom"]) + p["bloom"] * blur_gauss(lin, max(3., .03 * p["width"])) * 1.6
    if p["defocus"] > 0: lin = conv(lin, disc(max(1.2, p["defocus"] * mod)))
    if p["motion"] > 0: lin = conv(lin, line(max(1., p["motion"] * mod), r.uniform(0, math.pi)))
    lin = blur_gauss(lin, p["lens"])
    yy, xx = np.mgrid[0:H, 0:W]
    vig = 1 - .25 * (((xx - W / 2) / (W / 2)) ** 2 + ((yy - H / 2) / (H / 2)) ** 2) / 2
    lin = np.maximum(lin, 0) * vig * (p["white"] / (.85 if not p["phone"] else 1.))
    nw = p["nwhite"]
    full = np.minimum(lin, 1.6)
    lin = lin + r.standard_normal((H, W), np.float32) * np.sqrt(full / nw + (3. / nw) ** 2)
    g = np.clip(lin, 0, 1) ** (1 / 2.2) * 255
    if p["nwhite"] < 100: g = blur_gauss(g.astype(np.float32), .7)      # in-camera noise reduction
    g = g + p["sharp"] * (g - blur_gauss(g.astype(np.float32), 1.1))
    g = np.clip(g + .5, 0, 255).astype(np.uint8)
    b = io.BytesIO()
    Image.fromarray(g).save(b, "JPEG", quality=p["q"])
    g = np.asarray(Image.open(io.BytesIO(b.getvalue())))
    meta = {"sc": sc, "sev": sev, "w": round(p["width"]), "mod": round(mod, 2), "ver": ver, "inv": int(p["inverted"])}
    if has:
        a, q, e, e2 = oracle(g, pose, mat, ver, p["inverted"])
        meta.update(oracle=int(a), oracleq=int(q), ber=round(e, 4), berq=round(e2, 4))
    return g, text, meta


# ---------------------------------------------------------------- genie ceilings
def function_mask(n, ver):
    m = np.zeros((n, n), bool)
    m[:9, :9] = m[:9, -8:] = m[-8:, :9] = True
    m[6, :] = m[:, 6] = True
    pos = {3: [6, 22], 5: [6, 30], 6: [6, 34], 7: [6, 22, 38]}[ver]
    for a in pos:
        for b in pos:
            if (a, b) in ((6, 6), (6, pos[-1]), (pos[-1], 6)): continue
            m[a - 2:a + 3, b - 2:b + 3] = True
    if ver >= 7: m[:6, -11:-8] = m[-11:-8, :6] = True
    return m


def codeword_errors(err, n, ver):
    """err: n x n bool; returns the worst number of wrong codewords over the blocks and the correctable number."""
    fm = function_mask(n, ver)
    bits, up, c = [], True, n - 1
    while c > 0:
        if c == 6: c -= 1
        for r in (range(n - 1, -1, -1) if up else range(n)):
            for cc in (c, c - 1):
                if not fm[r, cc]: bits.append(err[r, cc])
        up = not up
        c -= 2
    _, nb, per, t = VERS[ver]
    cw = np.array(bits[:nb * per * 8]).reshape(-1, 8).any(1)
    return max(int(cw[b::nb].sum()) for b in range(nb)), t


def oracle(g, pose, mat, ver, inverted):
    n = mat.shape[0]
    gf = g.astype(np.float32)
    o = np.arange(-1.5, n + 1.01, .5)                    # half-module lattice, module k centre at k + .5
    uu, vv = np.meshgrid(o + .5 - n / 2, o + .5 - n / 2)
    x, y = pose.fwd(uu.ravel(), vv.ravel())
    s = np.zeros(x.shape, np.float32)
    px = np.hypot(x[1] - x[0], y[1] - y[0])              # half a module in pixels
    for dx, dy in ((-.25, -.25), (.25, -.25), (-.25, .25), (.25, .25)):
        s += bilinear(gf, x + dx * px, y + dy * px)
    s = (s / 4).reshape(uu.shape)
    c = s[3:3 + 2 * n:2, 3:3 + 2 * n:2]
    tr = mat.astype(bool) ^ inverted                     # True = dark

    def box(a, k=4):
        p = np.pad(a, k + 0, mode="constant")
        cs = np.pad(p, ((1, 0), (1, 0))).cumsum(0).cumsum(1)
        w = 2 * k + 1
        return cs[w:, w:] - cs[:-w, w:] - cs[w:, :-w] + cs[:-w, :-w]
    nd, nl = box(tr.astype(float)), box((~tr).astype(float))
    md, ml = box(np.where(tr, c, 0.)) / np.maximum(nd, 1), box(np.where(~tr, c, 0.)) / np.maximum(nl, 1)
    th = (md + ml) / 2
    err = (c < th) != tr
    we, t = codeword_errors(err, n, ver)
    con = np.maximum(np.abs(ml - md), 3)
    feats = []
    for dy in range(-3, 4):
        for dx in range(-3, 4):
            feats.append(((s[3 + dy:3 + dy + 2 * n:2, 3 + dx:3 + dx + 2 * n:2] - th) / con).ravel())
    A = np.stack(feats + [np.ones(n * n)], 1)
    yv = np.where(tr, -1., 1.).ravel()
    wt = np.linalg.solve(A.T @ A + .5 * np.eye(A.shape[1]), A.T @ yv)
    err2 = ((A @ wt) < 0).reshape(n, n) != tr
    we2, _ = codeword_errors(err2, n, ver)
    return we <= t, (we2 <= t) or (we <= t), float(err.mean()), float(err2.mean())


def job(a):
    seed, sc, sev, i, k, out, name = a
    g, text, meta = render(seed, sc, sev, i)
    with open(os.path.join(out, "%05d.pgm" % k), "wb") as f:
        f.write(b"P5\n%d %d\n255\n" % (W, H)); f.write(g.tobytes())
    m = ";".join("%s=%s" % kv for kv in meta.items())
    return "%s\t%s\t%05d.pgm\t%s\t%s" % (name, "%s-%d" % (sc, sev), k, text.encode().hex() if text else "-", m)


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--seed", type=int, default=1); ap.add_argument("--out", required=True)
    ap.add_argument("--per", type=int, default=6); ap.add_argument("--clean", type=int, default=40)
    ap.add_argument("--neg", type=int, default=80); ap.add_argument("--jobs", type=int, default=1)
    ap.add_argument("--only", default="")
    a = ap.parse_args()
    os.makedirs(a.out, exist_ok=True)
    todo = []
    for sc in PAPER + PHONE:
        for sev in range(1, 6):
            todo += [(sc, sev, i) for i in range(a.per)]
    todo += [(("p_clean", "s_clean")[i % 4 == 3], 0, i // 1) for i in range(a.clean)]
    todo += [(NEG[0] if i % 4 < 2 else NEG[i % 4 - 1], 0, i) for i in range(a.neg)]
    if a.only: todo = [t for t in todo if t[0] in a.only.split(",")]
    jobs = [(a.seed, sc, sev, i, k, a.out, "s%d/%s/%d/%d" % (a.seed, sc, sev, i)) for k, (sc, sev, i) in enumerate(todo)]
    if a.jobs > 1:
        import multiprocessing as mp
        with mp.Pool(a.jobs) as pool: lines = list(pool.imap(job, jobs, chunksize=4))
    else: lines = [job(j) for j in jobs]
    with open(os.path.join(a.out, "manifest.tsv"), "w") as f: f.write("\n".join(lines) + "\n")
    print(len(lines), "frames")


if __name__ == "__main__":
    main()
