// The five built-in detectors of LangChain's piiMiddleware with strategy "redact", as in langchain 1.5.14,
// src/agents/middleware/pii.ts (MIT): its expressions letter for letter, its checks, a fresh RegExp a call, one pass and
// one rewriting per type. Copied, so that the bench need not install an agent framework and its messages.
const EMAIL = /\b[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}\b/g
const CREDIT_CARD = /\b(?:\d{4}[-\s]?){3}\d{4}\b/g
const IP = /\b(?:(?:25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)\.){3}(?:25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)\b/g
const MAC_ADDRESS = /\b(?:[0-9A-Fa-f]{2}[:-]){5}(?:[0-9A-Fa-f]{2})\b/g
const URL_ = /(?:https?:\/\/|www\.)[^\s<>"{}|\\^`[\]]+/gi

const RULES = [
  ['email', EMAIL, () => true],
  ['credit_card', CREDIT_CARD, (text) => luhn(text.replace(/\D/g, ''))],
  ['ip', IP, (text) => text.split('.').every((part) => Number.parseInt(part, 10) <= 255)],
  ['mac_address', MAC_ADDRESS, () => true],
  ['url', URL_, () => true],
]

function luhn(digits) {
  let sum = 0
  let even = false
  for (let i = digits.length - 1; i >= 0; i--) {
    let d = Number.parseInt(digits[i], 10)
    if (even) {
      d *= 2
      if (d > 9) d -= 9
    }
    sum += d
    even = !even
  }
  return sum % 10 === 0
}

function detect(pattern, accept, content) {
  const matches = []
  const regex = new RegExp(pattern)
  for (let m = regex.exec(content); m !== null; m = regex.exec(content)) {
    if (accept(m[0])) matches.push({ text: m[0], start: m.index, end: m.index + m[0].length })
  }
  return matches
}

/** The text with all five types redacted. */
export function redact(content) {
  let result = content
  for (const [type, pattern, accept] of RULES) {
    const matches = detect(pattern, accept, result)
    for (let i = matches.length - 1; i >= 0; i--) result = `${result.slice(0, matches[i].start)}[REDACTED_${type.toUpperCase()}]${result.slice(matches[i].end)}`
  }
  return result
}
