// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use image::{GrayAlphaImage, GrayImage, LumaA, RgbImage, RgbaImage};
use proptest::prelude::*;

use super::*;

/// 3 × 2 pixels, all different.
fn small() -> Gray8 {
    Gray8::new(3, 2, vec![10, 20, 30, 40, 50, 60]).unwrap()
}

fn saved(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    picture.into().write_to(&mut file, format).unwrap();
    file.into_inner()
}

fn small_as_image() -> GrayImage {
    GrayImage::from_raw(3, 2, small().into_pixels()).unwrap()
}

#[test]
fn a_binary_pgm_is_loaded_as_it_is() {
    let file = b"P5\n# from a camera\n3 2\n255\n\x0a\x14\x1e\x28\x32\x3c";
    assert_eq!(load_picture(file), Ok(small()));
}

#[test]
fn a_pgm_in_words_is_loaded_as_it_is() {
    assert_eq!(load_picture(b"P2\n3 2\n255\n10 20 30\n40 50 60\n"), Ok(small()));
}

#[test]
fn a_png_is_loaded_as_it_is() {
    assert_eq!(load_picture(&saved(small_as_image(), ImageFormat::Png)), Ok(small()));
}

#[test]
fn a_jpeg_is_loaded_with_its_size_and_nearly_its_greys() {
    let even = GrayImage::from_pixel(40, 24, image::Luma([120]));
    let picture = load_picture(&saved(even, ImageFormat::Jpeg)).unwrap();
    assert_eq!((picture.width(), picture.height()), (40, 24));
    assert!(picture.pixels().iter().all(|pixel| pixel.abs_diff(120) <= 3));
}

#[test]
fn colours_and_sixteen_bits_become_grey() {
    let white = RgbImage::from_pixel(2, 1, image::Rgb([255, 255, 255]));
    assert_eq!(load_picture(&saved(white, ImageFormat::Png)), Gray8::new(2, 1, vec![255, 255]));
    let deep = image::ImageBuffer::<image::Luma<u16>, _>::from_raw(2, 1, vec![0u16, 65_535]).unwrap();
    assert_eq!(load_picture(&saved(deep, ImageFormat::Png)), Gray8::new(2, 1, vec![0, 255]));
}

#[test]
fn what_is_transparent_is_seen_on_white_paper() {
    let mut picture = GrayAlphaImage::from_pixel(2, 1, LumaA([0, 0]));
    picture.put_pixel(1, 0, LumaA([0, 255]));
    assert_eq!(load_picture(&saved(picture, ImageFormat::Png)), Gray8::new(2, 1, vec![255, 0]));
    let half = RgbaImage::from_pixel(1, 1, image::Rgba([0, 0, 0, 128]));
    assert_eq!(load_picture(&saved(half, ImageFormat::Png)), Gray8::new(1, 1, vec![127]));
}

#[test]
fn other_kinds_of_file_are_refused_by_their_first_bytes() {
    for file in
        [&b""[..], b"P", b"P6\n1 1\n255\n\0\0\0", b"GIF89a", b"RIFF....WEBP", b"%PDF-1.7", b"<svg/>", b"\x89PNG"]
    {
        assert_eq!(load_picture(file), Err(PictureError::UnknownKind), "{file:?}");
    }
}

#[test]
fn a_cut_file_is_broken_whatever_its_kind() {
    let files = [
        b"P5\n3 2\n255\n\x0a\x14\x1e\x28\x32\x3c".to_vec(),
        b"P2\n3 2\n255\n10 20 30\n40 50".to_vec(),
        saved(small_as_image(), ImageFormat::Png),
        saved(small_as_image(), ImageFormat::Jpeg),
    ];
    for file in files {
        let half = &file[..file.len() / 2];
        assert!(matches!(load_picture(half), Err(PictureError::Broken(_))), "{half:?}");
    }
}

#[test]
fn a_claimed_size_out_of_bounds_is_refused_without_allocating_it() {
    for header in
        ["P5\n8193 1\n255\n", "P5\n1 8193\n255\n", "P5\n4294967295 4294967295\n255\n", "P5\n99999999999 1\n255\n"]
    {
        let refused = load_picture(header.as_bytes());
        assert!(refused.is_err(), "{header}: {refused:?}");
    }
    assert!(load_picture(b"P5\n0 0\n255\n").is_err());
}

#[test]
fn the_largest_size_without_its_pixels_is_broken() {
    assert!(matches!(load_picture(b"P5\n8192 8192\n255\nabc"), Err(PictureError::Broken(_))));
}

#[test]
fn a_png_whose_pixels_would_fill_the_memory_is_refused() {
    // A valid header of 8192 × 8192 pixels in 16-bit RGBA: 512 MB from a file of some bytes.
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut header = b"IHDR".to_vec();
    header.extend(8192u32.to_be_bytes());
    header.extend(8192u32.to_be_bytes());
    header.extend([16, 6, 0, 0, 0]);
    file.extend(13u32.to_be_bytes());
    file.extend(&header);
    file.extend(crc32(&header).to_be_bytes());
    let empty = b"IDAT\x78\x9c\x03\x00\x00\x00\x00\x01";
    file.extend(8u32.to_be_bytes());
    file.extend(empty);
    file.extend(crc32(empty).to_be_bytes());
    assert_eq!(load_picture(&file), Err(PictureError::TooMuchMemory));
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 })
    })
}

#[test]
fn a_picture_has_as_many_pixels_as_its_size_says() {
    assert_eq!(Gray8::new(2, 2, vec![0; 3]), Err(PictureError::PixelsMissing { expected: 4, found: 3 }));
    assert_eq!(Gray8::new(0, 2, vec![]), Err(PictureError::BadSize { width: 0, height: 2 }));
    assert_eq!(Gray8::new(8193, 1, vec![0; 8193]), Err(PictureError::BadSize { width: 8193, height: 1 }));
}

#[test]
fn a_quarter_turn_brings_the_left_side_to_the_top() {
    assert_eq!(small().rotated(Rotation::Quarter), Gray8::new(2, 3, vec![40, 10, 50, 20, 60, 30]).unwrap());
    assert_eq!(small().rotated(Rotation::Half), Gray8::new(3, 2, vec![60, 50, 40, 30, 20, 10]).unwrap());
    assert_eq!(small().rotated(Rotation::ThreeQuarters), Gray8::new(2, 3, vec![30, 60, 20, 50, 10, 40]).unwrap());
}

#[test]
fn only_quarter_turns_are_rotations() {
    let turns = [0, 90, 180, 270].map(Rotation::from_degrees);
    assert_eq!(turns, [Rotation::None, Rotation::Quarter, Rotation::Half, Rotation::ThreeQuarters].map(Some));
    assert_eq!(Rotation::from_degrees(45), None);
}

#[test]
fn a_row_below_the_picture_is_empty() {
    assert_eq!(small().row(1), [40, 50, 60]);
    assert_eq!(small().row(2), []);
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let _ = load_picture(&bytes);
    }

    #[test]
    fn no_bytes_after_a_known_start_make_it_panic(
        start in proptest::sample::select(vec![&b"P5"[..], b"P2", b"P5\n30 20\n255\n", b"P2 9 9 65535 ", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0"]),
        bytes in proptest::collection::vec(any::<u8>(), 0..900),
    ) {
        let _ = load_picture(&[start, &bytes].concat());
    }

    #[test]
    fn a_damaged_file_never_makes_it_panic(
        jpeg in any::<bool>(),
        damage in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..12),
    ) {
        let picture = GrayImage::from_fn(37, 23, |x, y| image::Luma([(x * 7 + y * 11) as u8]));
        let mut file = saved(picture, if jpeg { ImageFormat::Jpeg } else { ImageFormat::Png });
        for (at, byte) in damage {
            let at = at.index(file.len());
            file[at] = byte;
        }
        if let Ok(loaded) = load_picture(&file) {
            prop_assert_eq!(loaded.pixels().len(), loaded.width() as usize * loaded.height() as usize);
        }
    }

    #[test]
    fn four_quarter_turns_are_none(width in 1u32..9, height in 1u32..9, seed in any::<u8>()) {
        let pixels: Vec<u8> = (0..width * height).map(|at| (at as u8).wrapping_mul(31).wrapping_add(seed)).collect();
        let picture = Gray8::new(width, height, pixels).unwrap();
        let turned = (0..4).fold(picture.clone(), |picture, _| picture.rotated(Rotation::Quarter));
        prop_assert_eq!(&turned, &picture);
        let back = picture.clone().rotated(Rotation::Quarter).rotated(Rotation::ThreeQuarters);
        prop_assert_eq!(&back, &picture);
    }
}
