// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The same decoder in the calling process: nothing protects the caller from a fault in it. For benches and for tests.

use crate::picture::Gray8;
use crate::reading::{CodeReader, DecoderDown, Look, Reading};
use crate::zxing::Zxing;

/// zxing-cpp in the calling process.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct InProcess;

impl CodeReader for InProcess {
    fn read(&self, picture: &Gray8, look: Look) -> Result<Reading, DecoderDown> {
        thread_local! {
            static ZXING: Zxing = Zxing::new();
        }
        ZXING.with(|zxing| zxing.read(picture, look)).map_err(|_| DecoderDown::Died)
    }
}
