// Plots as SVG, without a library. Colours come from the page (`--c0` …), so that they fit light and dark.

export interface PlotPoint {
  readonly x: number
  readonly y: number
  /** What it says when pointed at. */
  readonly title: string
  /** Ends of the interval of `y`. */
  readonly low?: number
  readonly high?: number
}

export interface PlotSeries {
  readonly name: string
  readonly points: readonly PlotPoint[]
  readonly dashed?: boolean
}

export interface Plot {
  readonly title: string
  readonly xLabel: string
  readonly yLabel: string
  readonly series: readonly PlotSeries[]
  readonly x: readonly [number, number]
  readonly y: readonly [number, number]
  /** Steps of the grid. */
  readonly xStep: number
  readonly yStep: number
  /** A line from corner to corner: where a score would be the share right. */
  readonly diagonal?: boolean
}

const WIDTH = 620
const HEIGHT = 340
const LEFT = 56
const RIGHT = 16
const TOP = 12
const BOTTOM = 44

export const escapeHtml = (s: string): string => s.replace(/[&<>"']/gu, (c) => `&#${c.charCodeAt(0)};`)

/** A figure with its legend. */
export function plot(p: Plot): string {
  const at = (v: number, [min, max]: readonly [number, number], from: number, to: number): string => (from + ((v - min) / (max - min)) * (to - from)).toFixed(1)
  const X = (v: number): string => at(v, p.x, LEFT, WIDTH - RIGHT)
  const Y = (v: number): string => at(v, p.y, HEIGHT - BOTTOM, TOP)
  const grid = [
    ...steps(p.x, p.xStep).map((v) => `<line class="grid" x1="${X(v)}" x2="${X(v)}" y1="${TOP}" y2="${HEIGHT - BOTTOM}"/><text x="${X(v)}" y="${HEIGHT - BOTTOM + 16}" text-anchor="middle">${tick(v, p.xStep)}</text>`),
    ...steps(p.y, p.yStep).map((v) => `<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${Y(v)}" y2="${Y(v)}"/><text x="${LEFT - 6}" y="${Y(v)}" dy="4" text-anchor="end">${tick(v, p.yStep)}</text>`),
  ]
  const diagonal = p.diagonal ? `<line class="diagonal" x1="${X(p.x[0])}" y1="${Y(p.y[0])}" x2="${X(p.x[1])}" y2="${Y(p.y[1])}"/>` : ''
  const drawn = p.series.map((s, i) => {
    const line = `<polyline class="line c${i}${s.dashed ? ' dashed' : ''}" points="${s.points.map((q) => `${X(q.x)},${Y(q.y)}`).join(' ')}"/>`
    const bars = s.points.map((q) => (q.low === undefined || q.high === undefined ? '' : `<line class="line c${i}" x1="${X(q.x)}" x2="${X(q.x)}" y1="${Y(q.low)}" y2="${Y(q.high)}"/>`))
    const dots = s.points.map((q) => `<circle class="dot c${i}" cx="${X(q.x)}" cy="${Y(q.y)}" r="3.5" data-series="${escapeHtml(s.name)}" data-x="${q.x}" data-y="${q.y}"><title>${escapeHtml(q.title)}</title></circle>`)
    return `<g>${line}${bars.join('')}${dots.join('')}</g>`
  })
  const legend = p.series.map((s, i) => `<span><i class="key c${i}${s.dashed ? ' dashed' : ''}"></i>${escapeHtml(s.name)}</span>`)
  const labels = `<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 8}" text-anchor="middle">${escapeHtml(p.xLabel)}</text><text transform="translate(14 ${(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)" text-anchor="middle">${escapeHtml(p.yLabel)}</text>`
  return `<figure><figcaption>${escapeHtml(p.title)}</figcaption><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeHtml(p.title)}">${grid.join('')}${diagonal}${labels}${drawn.join('')}</svg><p class="legend">${legend.join('')}</p></figure>`
}

function steps([min, max]: readonly [number, number], step: number): number[] {
  const out: number[] = []
  for (let i = Math.ceil(min / step - 1e-9); i * step <= max + 1e-9; i++) out.push(i * step)
  return out
}

const tick = (v: number, step: number): string => v.toFixed(step >= 1 ? 0 : step >= 0.1 ? 1 : 2)

/** An axis that holds all values: its ends, and a step that cuts it in three to ten. */
export function axis(values: readonly number[], least: number, most: number): { range: [number, number]; step: number } {
  const min = Math.min(most, ...values)
  const max = Math.max(least, ...values)
  const span = Math.max(max - min, 1e-6)
  const power = 10 ** Math.floor(Math.log10(span))
  const step = ([0.2, 0.5, 1, 2].map((f) => f * power).find((s) => span / s <= 8) as number | undefined) ?? power * 2
  const whole = (n: number): number => Number((n * step).toFixed(9))
  const low = Math.max(least, whole(Math.floor(min / step + 1e-9)))
  const high = Math.min(most, whole(Math.ceil(max / step - 1e-9)))
  return { range: [low, high > low ? high : low + step], step }
}
