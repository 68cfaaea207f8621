// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Sealed rows of a booking: `person` (names and what tells them apart), `assistance`, `block` (the reason).

use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use varco_core::{
    booking::Booking,
    ids::{BookingId, CourtId},
};
use varco_store::{
    Contact, Details, Named, StoreError,
    seal::{Address, ContentKey, Entropy, Opener, Place},
};

use crate::{
    act::to_json,
    fault::strange,
    journal::Hash,
    rows::{by_word, cause_word, key},
    sql::Sql,
};

pub(crate) const PERSON: &str = "person";
pub(crate) const ASSISTANCE: &str = "assistance";
pub(crate) const BLOCK: &str = "block";

#[derive(Serialize, Deserialize)]
struct Who {
    names: Vec<String>,
    tell_apart: Option<String>,
    #[serde(flatten)]
    contact: Contact,
}

/// What the `person` row of these names says; `None` when there is nothing to say.
pub(crate) fn who(names: &[String], tell_apart: Option<&str>, contact: &Contact) -> Result<Option<String>, StoreError> {
    if names.is_empty() && tell_apart.is_none() && contact.is_empty() {
        return Ok(None);
    }
    let tell_apart = tell_apart.map(str::to_owned);
    to_json(&Who { names: names.to_vec(), tell_apart, contact: contact.clone() }).map(Some)
}

/// Seals a text to some addresses, in the place of what was sealed there before.
pub(crate) fn seal(
    db: &Connection,
    place: Place<'_>,
    json: &str,
    addresses: &[Address],
    entropy: Entropy<'_>,
) -> Result<(), StoreError> {
    unseal(db, place)?;
    let content_key = ContentKey::generate(entropy);
    let content = content_key.seal(json, place, entropy);
    let mut salt = [0_u8; 16];
    entropy.fill_bytes(&mut salt);
    db.run(
        "INSERT INTO sealed_detail (court, booking, kind, salt, content) VALUES ($1, $2, $3, $4, $5)",
        params![place.court.0, key(place.booking), place.kind, salt, content],
    )?;
    for address in addresses {
        add_wrap(db, place, &content_key, *address, entropy)?;
    }
    Ok(())
}

/// Deletes a sealed row and the boxes of its key.
pub(crate) fn unseal(db: &Connection, place: Place<'_>) -> Result<(), StoreError> {
    db.run(
        "DELETE FROM sealed_detail WHERE court = $1 AND booking = $2 AND kind = $3",
        params![place.court.0, key(place.booking), place.kind],
    )?;
    Ok(())
}

fn add_wrap(
    db: &Connection,
    place: Place<'_>,
    content_key: &ContentKey,
    address: Address,
    entropy: Entropy<'_>,
) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO sealed_wrap (court, booking, kind, address, wrap) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (court, booking, kind, address) DO UPDATE SET wrap = excluded.wrap",
        params![place.court.0, key(place.booking), place.kind, address.0, content_key.wrap(address, entropy)],
    )?;
    Ok(())
}

/// Kind and content of every row of a booking that the opener opens.
fn opened(
    db: &Connection,
    court: CourtId,
    booking: BookingId,
    opener: &Opener,
) -> Result<Vec<(String, ContentKey, Vec<u8>)>, StoreError> {
    let sql = "SELECT d.kind, w.wrap, d.content FROM sealed_detail AS d JOIN sealed_wrap AS w \
               ON w.court = d.court AND w.booking = d.booking AND w.kind = d.kind \
               WHERE d.court = $1 AND d.booking = $2 AND w.address = $3 ORDER BY d.kind";
    let rows = db.all(sql, params![court.0, key(booking), opener.address().0], |row| {
        Ok((row.get(0)?, row.get::<_, Vec<u8>>(1)?, row.get(2)?))
    })?;
    Ok(rows.into_iter().filter_map(|(kind, wrap, content)| Some((kind, opener.unwrap(&wrap)?, content))).collect())
}

/// Gives another address everything that the opener opens.
pub(crate) fn share(
    db: &Connection,
    court: CourtId,
    booking: BookingId,
    opener: &Opener,
    to: Address,
    entropy: Entropy<'_>,
) -> Result<(), StoreError> {
    for (kind, content_key, _) in opened(db, court, booking, opener)? {
        add_wrap(db, Place { court, booking, kind: &kind }, &content_key, to, entropy)?;
    }
    Ok(())
}

/// Takes everything of a booking away from all addresses but these.
pub(crate) fn keep_only(
    db: &Connection,
    court: CourtId,
    booking: BookingId,
    addresses: &[Address],
) -> Result<(), StoreError> {
    let sql = "SELECT DISTINCT address FROM sealed_wrap WHERE court = $1 AND booking = $2";
    let all = db.all(sql, params![court.0, key(booking)], |row| row.get::<_, [u8; 32]>(0))?;
    for address in all.into_iter().filter(|a| !addresses.contains(&Address(*a))) {
        db.run(
            "DELETE FROM sealed_wrap WHERE court = $1 AND booking = $2 AND address = $3",
            params![court.0, key(booking), address],
        )?;
    }
    Ok(())
}

/// The addresses of receipts that still count.
pub(crate) fn receipts(db: &Connection, court: CourtId, booking: &Booking) -> Result<Vec<Address>, StoreError> {
    let sql = "SELECT issued_at, address FROM issue WHERE court = $1 AND booking = $2";
    let all = db.all(sql, params![court.0, key(booking.id)], |row| {
        Ok((row.get::<_, u32>(0)?, Address(row.get::<_, [u8; 32]>(1)?)))
    })?;
    Ok(all.into_iter().filter(|(issued_at, _)| !booking.retired(*issued_at)).map(|(_, address)| address).collect())
}

/// The details of a booking, as far as the opener opens them; `None` when it opens nothing.
pub(crate) fn details(
    db: &Connection,
    court: CourtId,
    booking: BookingId,
    opener: &Opener,
) -> Result<Option<Details>, StoreError> {
    let mut details = Details::default();
    let rows = opened(db, court, booking, opener)?;
    let found = !rows.is_empty();
    for (kind, content_key, content) in rows {
        let text = content_key.open(&content, Place { court, booking, kind: &kind });
        let text = text.ok_or_else(|| strange("a sealed row does not open with its own key"))?;
        let unreadable = |_| strange("a sealed row cannot be read");
        match kind.as_str() {
            PERSON => {
                let who: Who = serde_json::from_str(&text).map_err(unreadable)?;
                (details.names, details.tell_apart, details.contact) = (who.names, who.tell_apart, who.contact);
            }
            ASSISTANCE => details.assistance = Some(serde_json::from_str(&text).map_err(unreadable)?),
            BLOCK => details.block_reason = Some(serde_json::from_str(&text).map_err(unreadable)?),
            _ => {}
        }
    }
    Ok(found.then_some(details))
}

/// The details of bookings, those that the opener opens.
pub(crate) fn of_all(
    db: &Connection,
    court: CourtId,
    bookings: &[BookingId],
    opener: &Opener,
) -> Result<Vec<Named>, StoreError> {
    let mut named = Vec::new();
    for booking in bookings {
        if let Some(details) = details(db, court, *booking, opener)? {
            named.push(Named { booking: *booking, details });
        }
    }
    Ok(named)
}

/// Commitment to a booking: its columns, its issues, and its sealed rows by a salted hash. It says nothing about a
/// name, before or after the row is deleted.
/// What was added later is written only where it says something, so that older rows stay proved.
pub(crate) fn proof(db: &Connection, court: CourtId, b: &Booking, cell_end: u32) -> Result<Hash, StoreError> {
    let mut hash = Sha256::new();
    let cancelled = match &b.status {
        varco_core::booking::Status::Booked => None,
        varco_core::booking::Status::Cancelled(c) => Some(*c),
    };
    let mut text = format!(
        "booking/1 {} {} {} {} {} {} {cell_end} {} {} {} {}",
        b.id,
        b.office,
        b.service,
        b.pool.code(),
        b.start.0,
        b.end.0,
        b.persons,
        b.check_id,
        b.assistance,
        b.decided_at.0
    );
    if let Some(c) = cancelled {
        text += &format!(" cancelled {} {} {}", c.at.0, by_word(c.by), c.replaced_by.map_or(0, BookingId::get));
    }
    if let Some(due_by) = b.due_by {
        text += &format!(" due {due_by}");
    }
    if let Some(block) = b.block {
        text += &format!(" blocked {}", block.since.0);
    }
    for issue in &b.issues {
        text += &format!(" issue {} {} {} {}", issue.issued_at, issue.kid, issue.code, cause_word(issue.cause));
    }
    hash.update(text);
    let sql = "SELECT kind, salt, content FROM sealed_detail WHERE court = $1 AND booking = $2 ORDER BY kind";
    let sealed = db.all(sql, params![court.0, key(b.id)], |row| {
        Ok((row.get::<_, String>(0)?, row.get::<_, Vec<u8>>(1)?, row.get::<_, Vec<u8>>(2)?))
    })?;
    for (kind, salt, content) in sealed {
        hash.update([0]);
        hash.update(kind);
        hash.update(Sha256::new().chain_update(salt).chain_update(content).finalize());
    }
    Ok(hash.finalize().into())
}
