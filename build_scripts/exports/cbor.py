"""The part of CBOR that the search index is written in: numbers, texts and lists, each in its shortest form.

Source: RFC 8949, section 3.
"""

from __future__ import annotations

_NUMBER, _TEXT, _LIST = 0, 3, 4
_LONGER = {24: 1, 25: 2, 26: 4, 27: 8}
"""What a head's low bits say when its number stands in so many bytes after it."""

Value = int | str | list["Value"]


def decode(data: bytes) -> Value:
    """The one value that the bytes hold. Raises `ValueError` when they hold anything else."""
    value, end = _value(data, 0)
    if end != len(data):
        raise ValueError(f"{len(data) - end} bytes after the value")
    return value


def _value(data: bytes, start: int) -> tuple[Value, int]:
    kind, number, end = _head(data, start)
    if kind == _NUMBER:
        return number, end
    if kind == _TEXT:
        return data[end : end + number].decode("utf-8"), end + number
    if kind == _LIST:
        values: list[Value] = []
        for _ in range(number):
            value, end = _value(data, end)
            values.append(value)
        return values, end
    raise ValueError(f"kind {kind} at byte {start}")


def _head(data: bytes, start: int) -> tuple[int, int, int]:
    kind, low = data[start] >> 5, data[start] & 31
    if low < min(_LONGER):
        return kind, low, start + 1
    if low not in _LONGER:
        raise ValueError(f"length {low} at byte {start}")
    end = start + 1 + _LONGER[low]
    return kind, int.from_bytes(data[start + 1 : end], "big"), end


def encode(value: Value) -> bytes:
    """The bytes of a value."""
    if isinstance(value, int):
        return _headed(_NUMBER, value)
    if isinstance(value, str):
        text = value.encode("utf-8")
        return _headed(_TEXT, len(text)) + text
    return list_head(len(value)) + b"".join(map(encode, value))


def list_head(length: int) -> bytes:
    """What a list of so many values begins with."""
    return _headed(_LIST, length)


def _headed(kind: int, number: int) -> bytes:
    if number < min(_LONGER):
        return bytes([kind << 5 | number])
    low, length = next((low, length) for low, length in _LONGER.items() if number < 1 << 8 * length)
    return bytes([kind << 5 | low]) + number.to_bytes(length, "big")
