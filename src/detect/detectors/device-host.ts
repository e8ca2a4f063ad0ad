import type { Window } from '../../scan/window'
import { Gap } from '../../text/chars'
import type { Detector, Sink } from '../detector'
import { phrases } from './shared-phrases'

/** A machine's name in an inventory: pieces with dashes, a letter first, figures in the last or the one before: `LT-ED-0093`, `ipad-e11w-04`. */
const NAME = /[A-Z][A-Z0-9]{1,11}(?:-[A-Z0-9]{1,10}){1,4}(?![A-Za-z0-9]|[-._/@]\w)/iy

/** `Workstation LT-ED-0093`, `host=ICU-WS-07`. */
function atHost(w: Window, i: number, next: number, out: Sink): void {
  if (next >= w.n || w.gap[next] === 0 || w.start[next] - w.end[next - 1] > 4 || (w.gap[next] & ~(Gap.SPACE | Gap.COLON | Gap.EQUALS | Gap.QUOTE | Gap.HASH)) !== 0) return
  NAME.lastIndex = w.start[next]
  if (!NAME.test(w.text)) return
  const text = w.text.slice(w.start[next], NAME.lastIndex)
  const pieces = text.split('-')
  // Of two pieces (`web-01`) one must be all figures of three places and more: services are numbered in two.
  if (!/\d{2}$/.test(text) || (pieces.length === 2 ? !/^\d{3,}$/.test(pieces[1]) : !/\d/.test(text)) || /[a-z]/.test(text) === /[A-Z]/.test(text)) return
  if (w.start[next] - w.start[i] <= 40) out.add(w.start[next], NAME.lastIndex, 0.7)
}

export const hosts: Detector = {
  id: 'device-host',
  label: 'DEVICE',
  authority: '45 CFR 164.514(b)(2)(i)(M)',
  reach: { behind: 0, ahead: 128 },
  cues: phrases('workstation, work station, wkstn, host, hostname, host name, computer, computer name, laptop, tablet, ipad, machine, machine name, terminal, device name, endpoint, kiosk, cart, wow'),
  atCue: atHost,
}
