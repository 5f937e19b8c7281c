"""Commands, links and formatting in a text (core.telegram.org/bots/api#formatting-options)."""

import re
from html.parser import HTMLParser

from simulator.errors import bad_request
from simulator.params import Params
from simulator.shapes import JsonObject, utf16_length

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024

FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"]*[^\s<>\".,;:!?)\]])"
    r"|(?P<email>[\w.+-]+@[\w-]+\.[\w.-]*\w)"
    r"|(?<![\w/])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?![\w/])"
    r"|(?<!\w)(?P<mention>@[A-Za-z0-9_]{4,32})(?!\w)"
    r"|(?<!\w)(?P<hashtag>#\w*[^\W\d_]\w*)",
)
WORTH_A_LOOK = re.compile(r"[/@#]")

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
}


def read_text(params: Params, text_name: str, entities_name: str) -> tuple[str, list[JsonObject]]:
    """The text a bot sends and its entities, from `parse_mode`, from given entities and found ones."""
    text = params.text(text_name) or ""
    mode = (params.text("parse_mode") or "").lower()
    given: list[JsonObject] = []
    if mode == "html":
        text, given = from_html(text)
    elif mode:
        raise bad_request("unsupported parse_mode")
    elif entities_name in params.values:
        given = [
            dict(one)
            for one in params.decoded(entities_name, "can't parse entities JSON object") or []
            if isinstance(one, dict) and {"type", "offset", "length"} <= one.keys()
        ]
    return trim(text, given)


def trim(text: str, given: list[JsonObject]) -> tuple[str, list[JsonObject]]:
    text = text.rstrip() if given else text.strip()
    if not given:
        return text, found_entities(text)
    length = utf16_length(text)
    kept = [
        one | {"length": min(one["length"], length - one["offset"])}
        for one in given
        if 0 <= one["offset"] < length and one["length"] > 0
    ]
    taken = [range(one["offset"], one["offset"] + one["length"]) for one in kept]
    kept += [one for one in found_entities(text) if not any(one["offset"] in span for span in taken)]
    return text, sorted(kept, key=lambda one: (one["offset"], -one["length"]))


def found_entities(text: str) -> list[JsonObject]:
    """Commands, links, addresses, mentions and hashtags, which the server marks by itself."""
    if not WORTH_A_LOOK.search(text):
        return []
    return [
        {
            "type": match.lastgroup,
            "offset": utf16_length(text[: match.start()]),
            "length": utf16_length(match.group()),
        }
        for match in FOUND.finditer(text)
    ]


def from_html(text: str) -> tuple[str, list[JsonObject]]:
    """core.telegram.org/bots/api#html-style, the tags that bots use."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    if reader.open:
        raise bad_request(
            f"can't parse entities: Can't find end tag corresponding to start tag \"{reader.open[-1][0]}\""
        )
    return "".join(reader.parts), sorted(reader.entities, key=lambda one: (one["offset"], -one["length"]))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.entities: list[JsonObject] = []
        self.open: list[tuple[str, JsonObject]] = []
        self.length = 0

    def handle_data(self, data: str) -> None:
        self.parts.append(data)
        self.length += utf16_length(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        kind = TAGS.get(tag)
        if tag == "span" and named.get("class") == "tg-spoiler":
            kind = "spoiler"
        if kind is None:
            raise bad_request(
                f'can\'t parse entities: Unsupported start tag "{tag}" at byte offset {self.getpos()[1]}'
            )
        entity: JsonObject = {"type": kind, "offset": self.length, "length": 0}
        if tag == "a":
            entity["url"] = named.get("href") or ""
        if tag == "blockquote" and "expandable" in named:
            entity["type"] = "expandable_blockquote"
        self.open.append((tag, entity))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1][0] != tag:
            raise bad_request(f"can't parse entities: Unexpected end tag at byte offset {self.getpos()[1]}")
        _, entity = self.open.pop()
        entity["length"] = self.length - entity["offset"]
        if entity["length"]:
            self.entities.append(entity)
