// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The token: claims, signature, bytes.

use std::sync::OnceLock;

use coset::{
    CborSerializable, CoseSign1, CoseSign1Builder, HeaderBuilder, RegisteredLabelWithPrivate,
    cbor::value::Value,
    cwt::{ClaimsSet, ClaimsSetBuilder, Timestamp},
    iana,
};
use ed25519_dalek::{
    Signature, SigningKey, VerifyingKey,
    hazmat::{ExpandedSecretKey, raw_sign},
};
use sha2::{Digest, Sha256};
use thiserror::Error;

use super::{
    KeyId,
    text::{from_text, to_text},
};
use crate::{
    ids::{BookingId, OfficeId, SiteId},
    time::Millis,
};

/// Separates these signatures from any other use of the same key (RFC 9052, external additional data).
const DOMAIN: &[u8] = b"varco/receipt/1";

/// Private-use claim key (RFC 8392, section 4: below -65536): seven bytes, site u16, office u8, party u8, start in
/// minutes since 2020-01-01T00:00Z as u24, all big endian. A byte string of fixed length keeps every receipt at 106
/// bytes and so at one QR version.
const CLAIM_VISIT: i64 = -65_537;

/// 2020-01-01T00:00:00Z in minutes since 1970.
const EPOCH_MINUTES: i64 = 26_297_280;

/// What a receipt says. No name, no request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claims {
    /// When it was issued, whole seconds since 1970.
    pub issued_at: u32,
    /// The booking that it stands for.
    pub booking: BookingId,
    /// Where.
    pub site: SiteId,
    /// At which office.
    pub office: OfficeId,
    /// How many persons.
    pub party: u8,
    /// Beginning of the slot, whole minutes.
    pub start: Millis,
}

/// Why bytes are no token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TokenError {
    /// Not the CBOR of a token, or not in its only form.
    #[error("not a receipt of this version")]
    Form,
    /// A value that a token cannot carry (site above 65535, office above 255, party of 0, a start before 2020).
    #[error("does not fit in a receipt")]
    Range,
}

/// A token as it was read: the claims are only worth something once [`Receipt::verify`] says so.
#[derive(Debug, Clone, PartialEq)]
pub struct Receipt {
    /// Which key is said to have signed.
    pub kid: KeyId,
    /// What it says.
    pub claims: Claims,
    /// SHA-256 of the token's bytes; all that a gate keeps of them.
    pub sha256: [u8; 32],
    signature: [u8; 64],
    signed: Vec<u8>,
    checked: Checked,
}

/// The last answer of [`Receipt::verify`] and the key it was given for: asked again, it costs nothing. No part of what a
/// receipt is.
#[derive(Debug, Clone, Default)]
struct Checked(OnceLock<([u8; 32], bool)>);

impl PartialEq for Checked {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Receipt {
    /// Reads a token.
    ///
    /// # Errors
    /// [`TokenError::Form`] unless the bytes are exactly what [`sign`] would write for these claims.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, TokenError> {
        // Anything longer than our own tokens is refused before a CBOR parser sees it.
        if bytes.len() > 128 {
            return Err(TokenError::Form);
        }
        let cose = CoseSign1::from_slice(bytes).map_err(|_| TokenError::Form)?;
        let kid = KeyId::from_bytes(&cose.protected.header.key_id).ok_or(TokenError::Form)?;
        let signature = <[u8; 64]>::try_from(cose.signature.as_slice()).map_err(|_| TokenError::Form)?;
        let set = ClaimsSet::from_slice(cose.payload.as_deref().unwrap_or_default()).map_err(|_| TokenError::Form)?;
        let claims = Claims::from_set(&set).ok_or(TokenError::Form)?;
        if assemble(kid, &claims, signature.to_vec())? != bytes {
            return Err(TokenError::Form);
        }
        let signed = cose.tbs_data(DOMAIN);
        Ok(Self { kid, claims, sha256: Sha256::digest(bytes).into(), signature, signed, checked: Checked::default() })
    }

    /// True when this key signed these claims. Strict: refuses small-order keys and non-canonical points.
    #[must_use]
    pub fn verify(&self, key: &VerifyingKey) -> bool {
        if let Some((by, is_good)) = self.checked.0.get()
            && by == key.as_bytes()
        {
            return *is_good;
        }
        let is_good = key.verify_strict(&self.signed, &Signature::from_bytes(&self.signature)).is_ok();
        // Whoever was first keeps the place; both are right.
        let _ = self.checked.0.set((key.to_bytes(), is_good));
        is_good
    }

    /// The signature: the secret from which the key of the sealed name is derived.
    #[must_use]
    pub const fn signature(&self) -> &[u8; 64] {
        &self.signature
    }

    /// Reads the text form.
    ///
    /// # Errors
    /// [`TokenError::Form`] for text or bytes that are no token.
    pub fn from_text(text: &str) -> Result<Self, TokenError> {
        Self::from_bytes(&from_text(text).map_err(|_| TokenError::Form)?)
    }
}

impl Claims {
    fn from_set(set: &ClaimsSet) -> Option<Self> {
        let Some(Timestamp::WholeSeconds(issued_at)) = set.issued_at else { return None };
        let booking = <[u8; 6]>::try_from(set.cwt_id.as_deref()?).ok()?;
        let [(RegisteredLabelWithPrivate::PrivateUse(CLAIM_VISIT), Value::Bytes(visit))] = set.rest.as_slice() else {
            return None;
        };
        let [s1, s0, office, party, m2, m1, m0] = *<&[u8; 7]>::try_from(visit.as_slice()).ok()?;
        let minutes = i64::from(u32::from_be_bytes([0, m2, m1, m0]));
        Some(Self {
            issued_at: u32::try_from(issued_at).ok()?,
            booking: BookingId::from_bytes(booking),
            site: SiteId(u32::from(u16::from_be_bytes([s1, s0]))),
            office: OfficeId(u32::from(office)),
            party,
            start: Millis((EPOCH_MINUTES + minutes) * 60_000),
        })
    }

    fn to_set(self) -> Result<ClaimsSet, TokenError> {
        let site = u16::try_from(self.site.0).map_err(|_| TokenError::Range)?;
        let office = u8::try_from(self.office.0).map_err(|_| TokenError::Range)?;
        let minutes = self.start.0.div_euclid(60_000) - EPOCH_MINUTES;
        let minutes = u32::try_from(minutes).ok().filter(|m| *m < 1 << 24).ok_or(TokenError::Range)?;
        if self.party == 0 {
            return Err(TokenError::Range);
        }
        let mut visit = Vec::with_capacity(7);
        visit.extend(site.to_be_bytes());
        visit.extend([office, self.party]);
        visit.extend(&minutes.to_be_bytes()[1..]);
        Ok(ClaimsSetBuilder::new()
            .issued_at(Timestamp::WholeSeconds(i64::from(self.issued_at)))
            .cwt_id(self.booking.bytes().to_vec())
            .private_claim(CLAIM_VISIT, Value::Bytes(visit))
            .build())
    }
}

fn unsigned(kid: KeyId, claims: &Claims) -> Result<CoseSign1Builder, TokenError> {
    let payload = claims.to_set()?.to_vec().map_err(|_| TokenError::Form)?;
    Ok(CoseSign1Builder::new()
        .protected(HeaderBuilder::new().algorithm(iana::Algorithm::EdDSA).key_id(kid.bytes().to_vec()).build())
        .payload(payload))
}

fn assemble(kid: KeyId, claims: &Claims, signature: Vec<u8>) -> Result<Vec<u8>, TokenError> {
    unsigned(kid, claims)?.signature(signature).build().to_vec().map_err(|_| TokenError::Form)
}

/// Signs claims and gives the receipt's text.
///
/// The nonce of Ed25519 is made from `entropy` instead of from the key alone, so that whoever holds the signing key
/// cannot compute the same signature again: the signature is the secret that opens the sealed name, and a stolen data
/// folder with the signing key in it must still give away no names. `entropy` must be 32 fresh random bytes.
///
/// # Errors
/// [`TokenError::Range`] when a claim does not fit.
pub fn sign(
    claims: &Claims,
    kid: KeyId,
    key: &SigningKey,
    entropy: &[u8; 32],
) -> Result<(String, Receipt), TokenError> {
    let mut secret = ExpandedSecretKey::from(&key.to_bytes());
    let mut prefix = sha2::Sha512::new();
    prefix.update(secret.hash_prefix);
    prefix.update(entropy);
    secret.hash_prefix.copy_from_slice(&prefix.finalize()[..32]);
    let token = unsigned(kid, claims)?
        .create_signature(DOMAIN, |data| {
            raw_sign::<sha2::Sha512>(&secret, data, &key.verifying_key()).to_bytes().to_vec()
        })
        .build()
        .to_vec()
        .map_err(|_| TokenError::Form)?;
    let receipt = Receipt::from_bytes(&token)?;
    Ok((to_text(&token), receipt))
}
