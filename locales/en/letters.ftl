# The page at which anybody checks a letter of completion: hours and office, nothing else.

letter-page-title = Check a letter
letter-page-ask = Code at the foot of the letter
letter-page-check = Check
letter-page-hint = Small or capital letters, with hyphens or without: all the same. What looks like O or I is the figure 0 or 1.
letter-page-valid = ✓ This letter is valid
letter-page-hours = Served: { LAMA($minutes) }
letter-page-office = Issued by: { $office }
letter-page-compare = Compare this with what the letter says. Where it differs, please ask that office.
letter-says-revoked = ✗ This letter is no longer valid
letter-says-revoked-why = Please ask the office that issued it.
letter-says-unknown = ✗ Not valid
letter-says-unknown-why = There is no letter with this code. Please check the code, or ask the office named at the head of the letter.
letter-page-unreadable = This code cannot be read yet
letter-page-unreadable-why = The code on a letter has { $length } letters and figures. Please look at it once more and type it again.
letter-page-busy = Too many checks at the moment
letter-page-busy-why = Please try again in { $seconds } seconds.
letter-says-down = It cannot be checked at the moment
letter-says-down-why = Please try again in a little while.
letter-page-another = Check another letter
