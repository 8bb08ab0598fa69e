"""Documents written as JSON and read again: nested dicts and lists, numbers, text with escapes."""

import json


def make_document(seed):
    records = []
    for number in range(400):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        records.append({
            "id": number,
            "name": "record \u00e9 %d" % (seed % 1000),
            "price": (seed % 100000) / 7,
            "active": seed % 2 == 0,
            "parent": None if seed % 3 else seed,
            "tags": ["tag%d" % (seed % 17), "line\nbreak", "quote\"d"],
            "nested": {"x": seed & 255, "y": [seed & 7, seed & 15, {"deep": "value"}]},
        })
    return {"version": 3, "records": records}


def main():
    checksum = 0
    for turn in range(120):
        document = make_document(turn % 30)
        text = json.dumps(document)
        wide = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        again = json.loads(text)
        assert again == document and json.loads(wide) == document
        checksum = (checksum * 31 + len(text) + len(wide) + again["records"][turn]["id"]) % 1000003
    print(checksum)


main()
