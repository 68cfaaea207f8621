// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! What names a person is sealed, on one machine too.
//!
//! Each sealed row has a [`ContentKey`] of its own (XChaCha20-Poly1305). That key is put into a sealed box (X25519,
//! crypto_box) for each address that may open the row: one for each issue of the receipt, whose secret half is derived
//! from the receipt's signature ([`varco_core::receipt::name_key`]), which no gate stores; and one for the court's
//! [`NamesKey`], whose secret half is wrapped under passphrases (argon2id). So a name or a reason can be written by a
//! process that can read none, and opened by the receipt itself or by a supervisor.
//!
//! Randomness is an argument everywhere.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use crypto_box::{PublicKey, SecretKey, aead::rand_core as rand_core_06};
use rand::CryptoRng;
use sha2::{Digest, Sha256};
use varco_core::{
    ids::{BookingId, CourtId},
    receipt::{Claims, NameKey},
};

use crate::Secret;

/// A source of randomness.
pub type Entropy<'a> = &'a mut dyn CryptoRng;

const NONCE: usize = 24;
/// Plain text is filled up to a multiple of so many bytes, so that its length says little about a name.
const PAD: usize = 64;

/// To whom something is sealed: a public key (X25519).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Address(pub [u8; 32]);

impl Address {
    /// The address of whoever holds a receipt.
    #[must_use]
    pub fn of_receipt(key: &NameKey) -> Self {
        Self(SecretKey::from_bytes(*key).public_key().to_bytes())
    }
}

/// The key that opens all names of a court. It is never on disk in the clear.
#[derive(Clone)]
pub struct NamesKey(SecretKey);

impl std::fmt::Debug for NamesKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NamesKey(…)")
    }
}

impl NamesKey {
    /// Makes one.
    #[must_use]
    pub fn generate(entropy: Entropy<'_>) -> Self {
        Self(SecretKey::from_bytes(random(entropy)))
    }

    /// Its public half.
    #[must_use]
    pub fn address(&self) -> Address {
        Address(self.0.public_key().to_bytes())
    }

    /// What the signature of a receipt is made with besides the key of the court, so that whoever holds the names key can
    /// print the same receipt again, and the machine's disk alone cannot.
    #[must_use]
    pub fn freshness(&self, claims: &Claims) -> [u8; 32] {
        let Claims { issued_at, booking, site, office, party, start } = claims;
        let text = format!("varco/receipt/1 {issued_at} {booking} {site} {office} {party} {}", start.0);
        Sha256::new().chain_update(self.0.to_bytes()).chain_update(text).finalize().into()
    }
}

/// What opens sealed rows.
#[derive(Debug, Clone)]
pub enum Opener {
    /// A receipt that somebody showed.
    Receipt(NameKey),
    /// The court's key, unlocked.
    Names(NamesKey),
}

impl Opener {
    /// The names key, where it is one.
    #[must_use]
    pub const fn names(&self) -> Option<&NamesKey> {
        match self {
            Self::Names(key) => Some(key),
            Self::Receipt(_) => None,
        }
    }

    /// The address that it opens.
    #[must_use]
    pub fn address(&self) -> Address {
        match self {
            Self::Receipt(key) => Address::of_receipt(key),
            Self::Names(key) => key.address(),
        }
    }

    /// Opens the box of a content key; `None` when it was made for another.
    #[must_use]
    pub fn unwrap(&self, sealed: &[u8]) -> Option<ContentKey> {
        let secret = match self {
            Self::Receipt(key) => &SecretKey::from_bytes(*key),
            Self::Names(key) => &key.0,
        };
        secret.unseal(sealed).ok()?.try_into().ok().map(ContentKey)
    }
}

/// The key of one sealed row.
#[derive(Clone)]
pub struct ContentKey([u8; 32]);

impl std::fmt::Debug for ContentKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ContentKey(…)")
    }
}

/// What a sealed row belongs to: it opens nowhere else.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The court.
    pub court: CourtId,
    /// The booking.
    pub booking: BookingId,
    /// `person`, `assistance` or `block`.
    pub kind: &'a str,
}

impl Place<'_> {
    fn bound(&self) -> Vec<u8> {
        let mut bytes = b"varco/sealed/1".to_vec();
        bytes.extend(self.court.0.to_be_bytes());
        bytes.extend(self.booking.bytes());
        bytes.extend(self.kind.as_bytes());
        bytes
    }
}

impl ContentKey {
    /// Makes one.
    #[must_use]
    pub fn generate(entropy: Entropy<'_>) -> Self {
        Self(random(entropy))
    }

    /// A key that somebody found.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Puts the key into a box that only the address opens.
    #[must_use]
    pub fn wrap(&self, to: Address, entropy: Entropy<'_>) -> Vec<u8> {
        // Sealing into memory fails only for texts longer than the cipher can count.
        PublicKey::from_bytes(to.0).seal(&mut Older(entropy), &self.0).unwrap_or_default()
    }

    /// Encrypts JSON text, which is filled up with spaces.
    #[must_use]
    pub fn seal(&self, json: &str, place: Place<'_>, entropy: Entropy<'_>) -> Vec<u8> {
        let mut plain = json.as_bytes().to_vec();
        plain.resize(plain.len().next_multiple_of(PAD), b' ');
        encrypt(&self.0, &plain, &place.bound(), entropy)
    }

    /// Decrypts; `None` for another key, another place, or damage.
    #[must_use]
    pub fn open(&self, sealed: &[u8], place: Place<'_>) -> Option<String> {
        let plain = decrypt(&self.0, sealed, &place.bound())?;
        String::from_utf8(plain).ok()
    }
}

/// How much work a guess of a secret costs (argon2id).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Memory, KiB, at least 8.
    pub memory_kib: u32,
    /// Passes, at least 1.
    pub passes: u32,
}

impl Cost {
    /// For PINs and passwords that are only compared: the first recommendation of OWASP's password storage page.
    pub const SIGN_IN: Self = Self { memory_kib: 19 * 1024, passes: 2 };
    /// For what a thief would try to guess in peace: 64 MiB, three passes (RFC 9106, second recommendation).
    pub const NAMES: Self = Self { memory_kib: 64 * 1024, passes: 3 };
}

/// Hashes a PIN or password with a salt of its own: `argon2id:memory:passes:salt:hash`.
#[must_use]
pub fn hash_secret(secret: &Secret, cost: Cost, entropy: Entropy<'_>) -> String {
    let salt: [u8; 16] = random(entropy);
    let hash = stretch(secret, cost, &salt).unwrap_or_default();
    format!("argon2id:{}:{}:{}:{}", cost.memory_kib, cost.passes, hex(&salt), hex(&hash))
}

/// True when the secret is the one that was hashed. What cannot be read is never right.
#[must_use]
pub fn check_secret(secret: &Secret, hashed: &str) -> bool {
    let Some((cost, salt, hash)) = parse(hashed) else { return false };
    stretch(secret, cost, &salt).is_some_and(|found| found.len() == hash.len() && same(&found, &hash))
}

/// The names key under a passphrase, as text: `argon2id:memory:passes:salt:sealed`.
#[must_use]
pub fn lock_names(key: &NamesKey, passphrase: &Secret, cost: Cost, entropy: Entropy<'_>) -> String {
    let salt: [u8; 16] = random(entropy);
    let under = stretch(passphrase, cost, &salt).unwrap_or_else(|| random(entropy));
    let sealed = encrypt(&under, &key.0.to_bytes(), b"varco/names/1", entropy);
    format!("argon2id:{}:{}:{}:{}", cost.memory_kib, cost.passes, hex(&salt), hex(&sealed))
}

/// Opens what [`lock_names`] made; `None` when the passphrase is wrong.
#[must_use]
pub fn unlock_names(passphrase: &Secret, locked: &str) -> Option<NamesKey> {
    let (cost, salt, sealed) = parse(locked)?;
    let under = stretch(passphrase, cost, &salt)?;
    let secret: [u8; 32] = decrypt(&under, &sealed, b"varco/names/1")?.try_into().ok()?;
    Some(NamesKey(SecretKey::from_bytes(secret)))
}

fn stretch(secret: &Secret, cost: Cost, salt: &[u8]) -> Option<[u8; 32]> {
    let params = Params::new(cost.memory_kib, cost.passes, 1, Some(32)).ok()?;
    let mut out = [0_u8; 32];
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    argon.hash_password_into(secret.0.as_bytes(), salt, &mut out).ok()?;
    Some(out)
}

fn parse(text: &str) -> Option<(Cost, Vec<u8>, Vec<u8>)> {
    let mut parts = text.strip_prefix("argon2id:")?.split(':');
    let cost = Cost { memory_kib: parts.next()?.parse().ok()?, passes: parts.next()?.parse().ok()? };
    Some((cost, unhex(parts.next()?)?, unhex(parts.next()?)?))
}

fn encrypt(key: &[u8; 32], plain: &[u8], bound: &[u8], entropy: Entropy<'_>) -> Vec<u8> {
    let nonce: [u8; NONCE] = random(entropy);
    let cipher = XChaCha20Poly1305::new(&(*key).into());
    // Sealing into memory fails only for texts longer than the cipher can count.
    let sealed = cipher.encrypt(&XNonce::from(nonce), Payload { msg: plain, aad: bound }).unwrap_or_default();
    [nonce.as_slice(), &sealed].concat()
}

fn decrypt(key: &[u8; 32], sealed: &[u8], bound: &[u8]) -> Option<Vec<u8>> {
    let (nonce, sealed) = sealed.split_first_chunk::<NONCE>()?;
    let cipher = XChaCha20Poly1305::new(&(*key).into());
    cipher.decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: bound }).ok()
}

fn random<const N: usize>(entropy: Entropy<'_>) -> [u8; N] {
    let mut bytes = [0_u8; N];
    entropy.fill_bytes(&mut bytes);
    bytes
}

/// Compares in a time that depends on the length only.
fn same(a: &[u8], b: &[u8]) -> bool {
    a.iter().zip(b).fold(0, |differ, (a, b)| differ | (a ^ b)) == 0
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits = text.as_bytes();
    if !digits.len().is_multiple_of(2) {
        return None;
    }
    digits.chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}

/// The same source of randomness for a crate that knows an older trait of it.
struct Older<'a>(Entropy<'a>);

impl rand_core_06::RngCore for Older<'_> {
    fn next_u32(&mut self) -> u32 {
        self.0.next_u32()
    }

    fn next_u64(&mut self) -> u64 {
        self.0.next_u64()
    }

    fn fill_bytes(&mut self, dest: &mut [u8]) {
        self.0.fill_bytes(dest);
    }

    fn try_fill_bytes(&mut self, dest: &mut [u8]) -> Result<(), rand_core_06::Error> {
        self.0.fill_bytes(dest);
        Ok(())
    }
}

impl rand_core_06::CryptoRng for Older<'_> {}

#[cfg(test)]
mod tests {
    use rand::{SeedableRng, rngs::StdRng};

    use super::*;

    const CHEAP: Cost = Cost { memory_kib: 8, passes: 1 };
    const PLACE: Place<'_> = Place { court: CourtId(1), booking: BookingId::new(7), kind: "person" };

    #[test]
    fn a_receipt_and_the_names_key_open_a_name_and_another_receipt_does_not() {
        let mut entropy = StdRng::from_seed([1; 32]);
        let names = NamesKey::generate(&mut entropy);
        let (mine, other): (NameKey, NameKey) = ([2; 32], [3; 32]);
        let key = ContentKey::generate(&mut entropy);
        let sealed = key.seal(r#"["Anna Rossi"]"#, PLACE, &mut entropy);
        for opener in [Opener::Receipt(mine), Opener::Names(names)] {
            let wrap = key.wrap(opener.address(), &mut entropy);
            let opened = opener.unwrap(&wrap).and_then(|k| k.open(&sealed, PLACE));
            assert_eq!(opened.as_deref().map(str::trim_end), Some(r#"["Anna Rossi"]"#));
            assert!(Opener::Receipt(other).unwrap(&wrap).is_none());
        }
    }

    #[test]
    fn a_sealed_row_moved_to_another_booking_does_not_open() {
        let mut entropy = StdRng::from_seed([1; 32]);
        let key = ContentKey::generate(&mut entropy);
        let sealed = key.seal("{}", PLACE, &mut entropy);
        assert!(key.open(&sealed, Place { booking: BookingId::new(8), ..PLACE }).is_none());
        assert!(key.open(&sealed, Place { kind: "block", ..PLACE }).is_none());
        assert!(key.open(&sealed[..10], PLACE).is_none());
    }

    #[test]
    fn short_names_of_different_length_give_sealed_rows_of_one_length() {
        let mut entropy = StdRng::from_seed([1; 32]);
        let key = ContentKey::generate(&mut entropy);
        let lengths: Vec<_> =
            ["\"Li Po\"", "\"Maria Teresa de la Cruz\""].map(|n| key.seal(n, PLACE, &mut entropy).len()).to_vec();
        assert_eq!(lengths[0], lengths[1]);
    }

    #[test]
    fn a_passphrase_opens_the_names_key_and_a_wrong_one_does_not() {
        let mut entropy = StdRng::from_seed([1; 32]);
        let key = NamesKey::generate(&mut entropy);
        let locked = lock_names(&key, &Secret("correct horse battery".into()), CHEAP, &mut entropy);
        let open = |word: &str| unlock_names(&Secret(word.into()), &locked).map(|k| k.address());
        assert_eq!(open("correct horse battery"), Some(key.address()));
        assert_eq!(open("correct horse batterz"), None);
    }

    #[test]
    fn a_pin_is_compared_by_its_hash_and_nonsense_is_never_right() {
        let mut entropy = StdRng::from_seed([1; 32]);
        let hashed = hash_secret(&Secret("271828".into()), CHEAP, &mut entropy);
        assert!(check_secret(&Secret("271828".into()), &hashed));
        assert!(!check_secret(&Secret("271829".into()), &hashed));
        for nonsense in
            ["", "argon2id", "argon2id:8:1::", "argon2id:0:0:00:00", "argon2id:8:1:zz:00", "argon2id:8:1:0:0"]
        {
            assert!(!check_secret(&Secret(String::new()), nonsense), "{nonsense}");
        }
    }
}
