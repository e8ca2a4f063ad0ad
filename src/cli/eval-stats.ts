/** ln Γ(x) for x > 0, to about 15 digits (Lanczos's series with g = 7 and nine terms). */
function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const z = x - 1
  const t = z + 7.5
  const series = LANCZOS.reduce((sum, c, i) => (i === 0 ? c : sum + c / (z + i)), 0)
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(series)
}

const LANCZOS: readonly number[] = [
  0.999_999_999_999_809_9, 676.520_368_121_885_1, -1259.139_216_722_402_8, 771.323_428_777_653_1, -176.615_029_162_140_6, 12.507_343_278_686_905, -0.138_571_095_265_720_12, 9.984_369_578_019_572e-6,
  1.505_632_735_149_311_6e-7,
]

/** The regularised incomplete beta function I_x(a, b), a and b > 0, 0 ≤ x ≤ 1 (DLMF 8.17): the continued fraction 8.17.22, on the side of the mean where it converges fast. */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(1 - x, b, a)) / b
}

/** Terms needed grow with the square root of the larger parameter; this is enough for counts up to 10^9. */
const MAX_TERMS = 200_000
const TINY = 1e-300

/** Lentz's method. */
function fraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / away(1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let m = 1; m < MAX_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / away(1 + even * d)
    c = away(1 + even / c)
    value *= c * d
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / away(1 + odd * d)
    c = away(1 + odd / c)
    value *= c * d
    if (Math.abs(c * d - 1) < 1e-15) break
  }
  return value
}

const away = (x: number): number => (Math.abs(x) < TINY ? TINY : x)

/** The x with I_x(a, b) = p, by halving: I_x grows with x. */
export function betaQuantile(p: number, a: number, b: number): number {
  let low = 0
  let high = 1
  for (let i = 0; i < 200; i++) {
    const half = (low + high) / 2
    if (half === low || half === high) break
    if (incompleteBeta(half, a, b) < p) low = half
    else high = half
  }
  return high
}

/**
 * The one-sided upper Clopper–Pearson bound (Biometrika 26, 1934) on a share of which `k` of `n` were seen: the largest
 * share under which `k` or fewer would still be seen with a probability of `1 - confidence`. Exact for whole numbers;
 * takes others too, as effective sample sizes are. 1 where nothing was seen (n = 0).
 */
export function upperBound(k: number, n: number, confidence: number): number {
  if (n <= 0 || k >= n) return 1
  if (k === 0) return -Math.expm1(Math.log1p(-confidence) / n)
  return betaQuantile(confidence, k + 1, n - k)
}

/** Quantile of Student's t for a probability `p` over one half (DLMF 8.17 with A&S 26.7.1). */
export function tQuantile(p: number, degrees: number): number {
  const x = betaQuantile(2 * (1 - p), degrees / 2, 0.5)
  return Math.sqrt((degrees * (1 - x)) / x)
}

/**
 * Misses among identifiers that come in documents. A name missed once in a document is missed there ten times, so
 * identifiers are not independent: `upper` is the Clopper–Pearson bound at the effective sample size of Korn and
 * Graubard (Survey Methodology 24, 1998), the variance being that of a ratio over documents. It is never below the
 * bound that takes every identifier as independent.
 */
export class Clustered {
  /** Documents with at least one identifier. */
  documents = 0
  missed = 0
  total = 0
  private readonly squares = { missed: 0, both: 0, total: 0 }

  /** One document: `missed` of its `total` identifiers. */
  add(missed: number, total: number): void {
    if (total === 0) return
    this.documents++
    this.missed += missed
    this.total += total
    this.squares.missed += missed * missed
    this.squares.both += missed * total
    this.squares.total += total * total
  }

  /** Bound on the share of identifiers missed. With no miss the spread over documents is unknown and independence is taken. */
  upper(confidence: number): number {
    if (this.missed === 0 || this.missed === this.total) return upperBound(this.missed, this.total, confidence)
    const n = this.effective(confidence)
    return Math.max(upperBound((this.missed / this.total) * n, n, confidence), upperBound(this.missed, this.total, confidence))
  }

  /** Effective number of identifiers: 1 at least, and no more than there are. */
  private effective(confidence: number): number {
    const { documents, missed, total, squares } = this
    if (documents < 2) return 1
    const rate = missed / total
    const spread = Math.max(0, squares.missed - 2 * rate * squares.both + rate * rate * squares.total)
    const variance = (documents / (documents - 1)) * (spread / (total * total))
    const simple = (rate * (1 - rate)) / total
    const small = (tQuantile(confidence, total - 1) / tQuantile(confidence, documents - 1)) ** 2
    return Math.min(total, Math.max(1, (total * small * simple) / Math.max(variance, simple)))
  }
}
