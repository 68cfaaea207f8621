// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What the host and the decoder's child process say to each other over the child's standard input and output.
//!
//! Numbers are little-endian. The child greets with [`GREETING`]; then, for each picture,
//!
//! - the host sends `VRQ1`, number of the picture (u32), what to look for (u8), width (u32), height (u32), the pixels;
//! - the child sends `VRA1`, the same number (u32), length (u32), and that many bytes: a count (u8) of texts, each with
//!   kind (u8), cut (u8), corners (8 × i32), length (u32) and bytes; then a count (u8) of unreadable codes, each with kind and corners.
//!
//! Neither side trusts the other: a length is checked before it is allocated, and what does not fit ends the conversation.

use std::io::{self, Read, Write};

use crate::picture::{Gray8, checked_area};
use crate::reading::{CODES_MAX, CodeKind, Corner, Corners, Decoded, Look, Reading, TEXT_BYTES_MAX, Unreadable};

/// First bytes from the child; a program that is not our worker does not send them.
pub(crate) const GREETING: &[u8; 16] = b"varco-decode/1\r\n";

const ASK: [u8; 4] = *b"VRQ1";
const ANSWER: [u8; 4] = *b"VRA1";
const ASK_BYTES: usize = 17;
const ANSWER_BYTES: usize = 12;
const CORNERS_BYTES: usize = 32;
const BODY_BYTES_MAX: usize = 2 + CODES_MAX * (6 + CORNERS_BYTES + TEXT_BYTES_MAX) + CODES_MAX * (1 + CORNERS_BYTES);

/// Why a conversation ends.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Broken {
    #[error("the other side is gone: {0}")]
    Io(#[from] io::Error),
    #[error("not a message of ours: {0}")]
    Garbled(&'static str),
}

/// One picture for the child.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Ask {
    pub number: u32,
    pub look: Look,
    pub picture: Gray8,
}

/// Host: sends one picture.
pub(crate) fn write_ask(to: &mut impl Write, number: u32, look: Look, picture: &Gray8) -> Result<(), Broken> {
    let mut head = Vec::with_capacity(ASK_BYTES);
    head.extend(ASK);
    head.extend(number.to_le_bytes());
    head.push(match look {
        Look::Receipts => 0,
        Look::Anything => 1,
        Look::Everywhere => 2,
    });
    head.extend(picture.width().to_le_bytes());
    head.extend(picture.height().to_le_bytes());
    to.write_all(&head)?;
    to.write_all(picture.pixels())?;
    to.flush()?;
    Ok(())
}

/// Child: the next picture, or nothing when the host has hung up between two pictures. `pixels` is memory to use again.
pub(crate) fn read_ask(from: &mut impl Read, mut pixels: Vec<u8>) -> Result<Option<Ask>, Broken> {
    let mut head = [0; ASK_BYTES];
    if from.read(&mut head[..1])? == 0 {
        return Ok(None);
    }
    from.read_exact(&mut head[1..])?;
    let mut head = Fields(&head);
    if head.take::<4>()? != ASK {
        return Err(Broken::Garbled("magic"));
    }
    let number = head.u32()?;
    let look = match head.u8()? {
        0 => Look::Receipts,
        1 => Look::Anything,
        2 => Look::Everywhere,
        _ => return Err(Broken::Garbled("look")),
    };
    let (width, height) = (head.u32()?, head.u32()?);
    let area = checked_area(width, height).map_err(|_| Broken::Garbled("size"))?;
    pixels.resize(area, 0);
    from.read_exact(&mut pixels)?;
    let picture = Gray8::new(width, height, pixels).map_err(|_| Broken::Garbled("size"))?;
    Ok(Some(Ask { number, look, picture }))
}

/// Child: sends what it saw, cut to the promised bounds.
pub(crate) fn write_answer(to: &mut impl Write, number: u32, reading: &Reading) -> Result<(), Broken> {
    let mut message = Vec::with_capacity(256);
    message.extend(ANSWER);
    message.extend(number.to_le_bytes());
    message.extend([0; 4]);
    let decoded = &reading.decoded[..reading.decoded.len().min(CODES_MAX)];
    message.push(decoded.len() as u8); // CODES_MAX fits in a byte
    for code in decoded {
        let text = &code.text[..code.text.len().min(TEXT_BYTES_MAX)];
        message.push(kind_number(code.kind));
        message.push(u8::from(code.cut || text.len() < code.text.len()));
        put_corners(&mut message, &code.corners);
        message.extend((text.len() as u32).to_le_bytes()); // TEXT_BYTES_MAX fits
        message.extend(text);
    }
    let unreadable = &reading.unreadable[..reading.unreadable.len().min(CODES_MAX)];
    message.push(unreadable.len() as u8);
    for code in unreadable {
        message.push(kind_number(code.kind));
        put_corners(&mut message, &code.corners);
    }
    let body_bytes = (message.len() - ANSWER_BYTES) as u32; // at most BODY_BYTES_MAX
    message[8..ANSWER_BYTES].copy_from_slice(&body_bytes.to_le_bytes());
    to.write_all(&message)?;
    to.flush()?;
    Ok(())
}

/// Host: what the child saw in picture `number`.
pub(crate) fn read_answer(from: &mut impl Read, number: u32) -> Result<Reading, Broken> {
    let mut head = [0; ANSWER_BYTES];
    from.read_exact(&mut head)?;
    let mut head = Fields(&head);
    if head.take::<4>()? != ANSWER {
        return Err(Broken::Garbled("magic"));
    }
    if head.u32()? != number {
        return Err(Broken::Garbled("an answer to another picture"));
    }
    let body_bytes = head.u32()? as usize;
    if body_bytes > BODY_BYTES_MAX {
        return Err(Broken::Garbled("length"));
    }
    let mut body = vec![0; body_bytes];
    from.read_exact(&mut body)?;
    parse_body(&body)
}

fn parse_body(body: &[u8]) -> Result<Reading, Broken> {
    let mut fields = Fields(body);
    let mut reading = Reading::default();
    for _ in 0..fields.count()? {
        let kind = kind_numbered(fields.u8()?)?;
        let cut = match fields.u8()? {
            0 => false,
            1 => true,
            _ => return Err(Broken::Garbled("cut")),
        };
        let corners = fields.corners()?;
        let length = fields.u32()? as usize;
        if length > TEXT_BYTES_MAX {
            return Err(Broken::Garbled("text length"));
        }
        reading.decoded.push(Decoded { text: fields.bytes(length)?.to_vec(), cut, kind, corners });
    }
    for _ in 0..fields.count()? {
        reading.unreadable.push(Unreadable { kind: kind_numbered(fields.u8()?)?, corners: fields.corners()? });
    }
    if fields.0.is_empty() { Ok(reading) } else { Err(Broken::Garbled("bytes left over")) }
}

const KINDS: [CodeKind; 8] = [
    CodeKind::Other,
    CodeKind::Qr,
    CodeKind::Aztec,
    CodeKind::DataMatrix,
    CodeKind::Pdf417,
    CodeKind::Code39,
    CodeKind::Code128,
    CodeKind::Ean,
];

fn kind_number(kind: CodeKind) -> u8 {
    KINDS.iter().position(|known| *known == kind).unwrap_or(0) as u8
}

fn kind_numbered(number: u8) -> Result<CodeKind, Broken> {
    KINDS.get(usize::from(number)).copied().ok_or(Broken::Garbled("kind"))
}

fn put_corners(message: &mut Vec<u8>, corners: &Corners) {
    for corner in corners {
        message.extend(corner.x.to_le_bytes());
        message.extend(corner.y.to_le_bytes());
    }
}

/// Bytes taken from the front, each take checked.
struct Fields<'a>(&'a [u8]);

impl<'a> Fields<'a> {
    fn bytes(&mut self, count: usize) -> Result<&'a [u8], Broken> {
        let (front, rest) = self.0.split_at_checked(count).ok_or(Broken::Garbled("too short"))?;
        self.0 = rest;
        Ok(front)
    }

    fn take<const N: usize>(&mut self) -> Result<[u8; N], Broken> {
        let (front, rest) = self.0.split_first_chunk::<N>().ok_or(Broken::Garbled("too short"))?;
        self.0 = rest;
        Ok(*front)
    }

    fn u8(&mut self) -> Result<u8, Broken> {
        Ok(self.take::<1>()?[0])
    }

    fn u32(&mut self) -> Result<u32, Broken> {
        Ok(u32::from_le_bytes(self.take()?))
    }

    fn count(&mut self) -> Result<usize, Broken> {
        let count = usize::from(self.u8()?);
        if count > CODES_MAX { Err(Broken::Garbled("too many codes")) } else { Ok(count) }
    }

    fn corners(&mut self) -> Result<Corners, Broken> {
        let mut corners = [Corner::default(); 4];
        for corner in &mut corners {
            *corner = Corner { x: i32::from_le_bytes(self.take()?), y: i32::from_le_bytes(self.take()?) };
        }
        Ok(corners)
    }
}

#[cfg(test)]
mod tests;
