"""How the Bot API says no, in the real server's words (core.telegram.org/bots/api#making-requests)."""


class ApiError(Exception):
    """The call was understood and not done; the client reads code, description and perhaps `retry_after`."""

    def __init__(self, code: int, description: str, *, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after


class DoorError(Exception):
    """The door `/sim/*` cannot do what page or test asked; `status` is the HTTP status of the answer."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status = status
        self.words = words


def bad_request(words: str) -> ApiError:
    return ApiError(400, f"Bad Request: {words}")


def forbidden(words: str) -> ApiError:
    return ApiError(403, f"Forbidden: {words}")


def conflict(words: str) -> ApiError:
    return ApiError(409, f"Conflict: {words}")


def too_many_requests(retry_after: int) -> ApiError:
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)


def unauthorized() -> ApiError:
    return ApiError(401, "Unauthorized")


def not_found() -> ApiError:
    return ApiError(404, "Not Found")


def not_built(method: str) -> ApiError:
    """A real method that the simulator does not have yet; the name can be searched for."""
    return ApiError(501, f"Not Implemented: the simulator does not have {method} yet")


def too_large() -> ApiError:
    return ApiError(413, "Request Entity Too Large")
