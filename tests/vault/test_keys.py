"""Keys that are missing, damaged or foreign: a sentence, never a silent loss."""

import stat

import pytest

from goldenthread.vault.keys import Keyring, KeysUnusable


def test_keys_are_made_once_and_are_for_their_owner_only(tmp_path):
    folder = tmp_path / "keys"
    made = Keyring.load_or_create(folder)
    assert Keyring.load_or_create(folder) == made
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {
        "master.key": 0o600,
        "trail.key": 0o600,
    }


@pytest.mark.parametrize("name", ["master.key", "trail.key"])
def test_a_missing_key_is_named(tmp_path, name):
    Keyring.load_or_create(tmp_path)
    (tmp_path / name).unlink()
    with pytest.raises(KeysUnusable) as caught:
        Keyring.load(tmp_path)
    assert str(caught.value) == f"The key {name} is missing or damaged."


@pytest.mark.parametrize("text", ["", "not a key", "ff" * 31 + "f"])
def test_a_damaged_key_is_never_made_anew(tmp_path, text):
    Keyring.load_or_create(tmp_path)
    (tmp_path / "trail.key").write_text(text, encoding="ascii")
    with pytest.raises(KeysUnusable):
        Keyring.load_or_create(tmp_path)
    assert (tmp_path / "trail.key").read_text(encoding="ascii") == text


def test_a_key_of_the_wrong_length_is_named(tmp_path):
    Keyring.load_or_create(tmp_path)
    (tmp_path / "master.key").write_text("ab" * 16, encoding="ascii")
    with pytest.raises(KeysUnusable) as caught:
        Keyring.load(tmp_path)
    assert str(caught.value) == "The key master.key has the wrong length."


def test_another_installations_master_key_opens_nothing(tmp_path):
    ours = Keyring.load_or_create(tmp_path / "ours")
    theirs = Keyring.load_or_create(tmp_path / "theirs")
    wrapped = ours.new_data_key()
    assert len(ours.unwrap(wrapped)) == 32
    with pytest.raises(KeysUnusable):
        theirs.unwrap(wrapped)


def test_a_keyring_does_not_show_its_keys(tmp_path):
    ring = Keyring.load_or_create(tmp_path)
    assert ring.master.hex() not in repr(ring)
    assert repr(ring.trail) not in repr(ring)
