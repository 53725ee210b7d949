//! Two people talk, end-to-end encrypted, with matrix-sdk over sliding sync. Then one of them recovers the keys on another
//! device and reads what was said.
//!
//! Usage: hirundo-acceptance ADDRESS
//! Prints one line per step that was seen to work; ends with 1 at the first that was not.

mod person;

use std::{
    env,
    time::{SystemTime, UNIX_EPOCH},
};

use anyhow::{Context, Result, ensure};
use person::Person;

fn seen(step: &str) {
    println!("ok  {step}");
}

#[tokio::main]
async fn main() -> Result<()> {
    let address = env::args()
        .nth(1)
        .context("usage: hirundo-acceptance ADDRESS")?;
    let mark = SystemTime::now().duration_since(UNIX_EPOCH)?.as_nanos();
    let alice = Person::register(&address, &format!("alice-{mark}")).await?;
    let bob = Person::register(&address, &format!("bob-{mark}")).await?;
    seen("both register, and sync with the sliding sync that the server says it has");

    let recovery_key = alice.sets_up_recovery().await?;
    seen("she sets up cross-signing, secret storage and a key backup");

    let room = alice.create_encrypted_room(&bob.id).await?;
    bob.accepts_invite(&room).await?;
    alice.sees_member(&room, &bob.id).await?;
    seen("she creates an encrypted room, he comes by her invitation");

    let hello = alice.says(&room, "Hello, Bob").await?;
    ensure!(
        bob.hears("Hello, Bob").await? == hello,
        "he heard another message"
    );
    seen("he reads what she says");
    bob.types(&room, true).await?;
    alice.sees_typing(&bob.id).await?;
    bob.types(&room, false).await?;
    seen("she sees him type");
    bob.reads(&room, &hello).await?;
    alice.sees_receipt(&hello, &bob.id).await?;
    seen("she sees that he has read it");
    let answer = bob.says(&room, "Hello, Alice — 你好 🐦").await?;
    alice.hears("Hello, Alice — 你好 🐦").await?;
    seen("she reads what he says");

    alice
        .sends_file(&room, "swallows.txt", b"Swallows fly low before rain.")
        .await?;
    ensure!(
        bob.receives_file("swallows.txt").await? == b"Swallows fly low before rain.",
        "he received something else"
    );
    seen("he receives the file that she sends");

    alice.keys_are_backed_up().await?;
    let other = alice.on_another_device(&address).await?;
    other.recovers(&recovery_key).await?;
    other.opens(&room).await?;
    ensure!(
        other.reads_back(&room, &hello).await? == "Hello, Bob",
        "her own message reads otherwise"
    );
    ensure!(
        other.reads_back(&room, &answer).await? == "Hello, Alice — 你好 🐦",
        "his message reads otherwise"
    );
    seen("she recovers the keys on another device, and reads all of it");

    other.close().await;
    alice.close().await;
    bob.close().await;
    Ok(())
}
