// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Mends one block: unknown errors, and places that are known to be doubtful ("erasures").
//!
//! With `check` check bytes, e errors and f erasures are mended if 2e + f ≤ check. Berlekamp and Massey's search for the
//! shortest recurrence is started from the erasures, roots are found by trying (Chien), values by Forney's formula; then
//! the check sums of the *result* are computed again, so that what is returned is always a word of the code.
//! Source: R. Blahut, "Algebraic Codes for Data Transmission", chapter 7; ISO/IEC 18004, annex B.

use crate::field::{over, power, times};

/// Longest block of versions 1 to 10, in bytes (version 9, level L has 146).
pub(crate) const BLOCK_MAX: usize = 160;
/// Most check bytes in a block.
pub(crate) const CHECK_MAX: usize = 30;

/// Place `at` of a block of `length` stands for this power.
fn place(length: usize, at: usize) -> u8 {
    power(length - 1 - at)
}

/// Check sums; all are 0 for a word of the code.
fn syndromes(block: &[u8], check: usize) -> [u8; CHECK_MAX] {
    let mut sums = [0; CHECK_MAX];
    for (power_of, sum) in sums.iter_mut().enumerate().take(check) {
        let step = power(power_of);
        *sum = block.iter().fold(0, |sum, byte| times(sum, step) ^ byte);
    }
    sums
}

/// Mends `block` in place and says how many bytes outside `erased` were wrong; `None` if it cannot be mended, and then
/// `block` is as it was. `erased` holds places in the block, each once.
pub(crate) fn mend(block: &mut [u8], check: usize, erased: &[u8]) -> Option<usize> {
    let length = block.len();
    let erasures = erased.len();
    if block.is_empty() || length > BLOCK_MAX || check > CHECK_MAX || erasures > check {
        return None;
    }
    let sums = syndromes(block, check);
    if sums.iter().all(|sum| *sum == 0) {
        return Some(0);
    }
    let (locator, degree) = locator(&sums, check, length, erased)?;

    let mut roots = [0_usize; CHECK_MAX];
    let mut found = 0;
    for at in 0..length {
        let inverse = over(1, place(length, at));
        if locator[..=degree].iter().rev().fold(0, |sum, term| times(sum, inverse) ^ term) == 0 {
            *roots.get_mut(found)? = at;
            found += 1;
        }
    }
    if found != degree {
        return None;
    }

    let mut evaluator = [0; CHECK_MAX];
    for (sum_of, term) in evaluator.iter_mut().enumerate().take(check) {
        *term = (0..=sum_of.min(degree)).fold(0, |sum, at| sum ^ times(locator[at], sums[sum_of - at]));
    }
    let before: [u8; BLOCK_MAX] = std::array::from_fn(|at| block.get(at).copied().unwrap_or(0));
    let mut errors = 0;
    for &at in &roots[..found] {
        let here = place(length, at);
        let inverse = over(1, here);
        let value = evaluator[..check].iter().rev().fold(0, |sum, term| times(sum, inverse) ^ term);
        // The derivative keeps the odd terms only: adding a value to itself gives 0 in this field.
        let square = times(inverse, inverse);
        let slope =
            (1..=degree).filter(|term| term % 2 == 1).rev().fold(0, |sum, term| times(sum, square) ^ locator[term]);
        if slope == 0 {
            block.copy_from_slice(&before[..length]);
            return None;
        }
        let change = times(here, over(value, slope));
        block[at] ^= change;
        errors += usize::from(change != 0 && !erased.iter().any(|place| usize::from(*place) == at));
    }
    if syndromes(block, check).iter().any(|sum| *sum != 0) {
        block.copy_from_slice(&before[..length]);
        return None;
    }
    Some(errors)
}

/// The polynomial whose roots are the wrong places, and its degree.
fn locator(sums: &[u8; CHECK_MAX], check: usize, length: usize, erased: &[u8]) -> Option<([u8; CHECK_MAX + 1], usize)> {
    let erasures = erased.len();
    let mut locator = [0_u8; CHECK_MAX + 1];
    locator[0] = 1;
    for (count, at) in erased.iter().enumerate() {
        let here = place(length, usize::from(*at).min(length - 1));
        for term in (1..=count + 1).rev() {
            locator[term] ^= times(locator[term - 1], here);
        }
    }
    let mut before = locator;
    let mut size = erasures;
    for round in erasures + 1..=check {
        let miss = (0..round).fold(0, |sum, at| sum ^ times(locator[at], sums[round - 1 - at]));
        before.copy_within(0..CHECK_MAX, 1);
        before[0] = 0;
        if miss == 0 {
            continue;
        }
        let next: [u8; CHECK_MAX + 1] = std::array::from_fn(|at| locator[at] ^ times(miss, before[at]));
        if 2 * size < round + erasures {
            size = round + erasures - size;
            before = std::array::from_fn(|at| over(locator[at], miss));
        }
        locator = next;
    }
    let degree = locator.iter().rposition(|term| *term != 0)?;
    (degree == size && degree <= check).then_some((locator, degree))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A word of the code: data, then check bytes by long division.
    fn word(data: &[u8], check: usize) -> Vec<u8> {
        let mut divisor = vec![1];
        for root in 0..check {
            let mut next = divisor.clone();
            next.push(0);
            for (at, term) in divisor.iter().enumerate() {
                next[at + 1] ^= times(*term, power(root));
            }
            divisor = next;
        }
        let mut rest = data.to_vec();
        rest.resize(data.len() + check, 0);
        for at in 0..data.len() {
            let lead = rest[at];
            for (term, value) in divisor.iter().enumerate() {
                rest[at + term] ^= times(lead, *value);
            }
        }
        [data, &rest[data.len()..]].concat()
    }

    proptest! {
        #[test]
        fn a_block_within_its_bound_is_mended(
            data in prop::collection::vec(any::<u8>(), 9..116),
            check in 7_usize..=30,
            erasures in 0_usize..=30,
            noise in prop::collection::vec(1_u8..=255, 30),
            order in any::<prop::sample::Index>(),
        ) {
            let right = word(&data, check);
            let erasures = erasures.min(check);
            let errors = (check - erasures) / 2;
            let (start, stride) = (order.index(right.len()), right.len() / (erasures + errors).max(1));
            let mut wrong = right.clone();
            let places: Vec<usize> = (0..erasures + errors).map(|at| (start + at * stride.max(1)) % right.len()).collect();
            for (place, noise) in places.iter().zip(&noise) {
                wrong[*place] ^= noise;
            }
            let erased: Vec<u8> = places[..erasures].iter().map(|place| *place as u8).collect();
            prop_assert_eq!(mend(&mut wrong, check, &erased), Some(errors));
            prop_assert_eq!(wrong, right);
        }

        #[test]
        fn what_comes_out_is_a_word_or_as_it_went_in(
            block in prop::collection::vec(any::<u8>(), 1..170),
            check in 0_usize..40,
            erased in prop::collection::btree_set(0_u8..=255, 0..40),
        ) {
            let erased: Vec<u8> = erased.into_iter().collect();
            let mut after = block.clone();
            match mend(&mut after, check, &erased) {
                Some(_) => prop_assert!(syndromes(&after, check).iter().all(|sum| *sum == 0)),
                None => prop_assert_eq!(after, block),
            }
        }
    }
}
