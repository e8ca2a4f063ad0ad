import { vinDigit } from '../checksum'
import { bare, field, type Grammar, situ } from '../form'
import type { Rng } from '../prng'

const SET = 'ABCDEFGHJKLMNPRSTUVWXYZ0123456789'
const vin = (r: Rng): string => {
  const s = `${r.pick(['1HG', '2T1', '3FA', '4T1', '5YJ', '1FT', '1GC', 'JHM', 'KM8', 'WBA'])}${r.of(SET, 5)}0${r.of('ABCDEFGHJKLMNPRSTVWXY123456789', 1)}${r.of(SET, 1)}${r.digits(6)}`
  return s.slice(0, 8) + vinDigit(s) + s.slice(9)
}
const foreign = (r: Rng): string => {
  const v = vin(r)
  return v.slice(0, 8) + (v[8] === 'Z' ? 'B' : 'Z') + v.slice(9)
}
const VIN_LABELS = ['VIN', 'VIN #', 'Vehicle Identification Number', 'Vehicle ID', 'Vehicle VIN', 'VIN No.']
const VIN_PROSE = ['The VIN is {}.', 'a sedan, VIN {}, was towed', 'vehicle identification number {} per police']
/** As issued: letters L, digits #. */
const PLATES: ReadonlyArray<readonly [string, string]> = [
  ['CA', '#LLL###'],
  ['NY', 'LLL-####'],
  ['TX', 'LLL-####'],
  ['FL', 'LLL L##'],
  ['IL', 'LL #####'],
  ['PA', 'LLL-####'],
  ['OH', 'LLL ####'],
  ['MA', '#LL L##'],
  ['WA', 'LLL####'],
  ['CO', 'LLL-L##'],
  ['GA', 'LLL####'],
  ['NJ', 'L##-LLL'],
  ['VA', 'LLL-####'],
  ['MI', 'LLL ####'],
  ['OR', '### LLL'],
  ['VT', 'LLL ###'],
  ['MT', '#-#####L'],
  ['DE', '######'],
  ['RI', 'LL-###'],
  ['MD', '#LL####'],
]
const fill = (r: Rng, f: string): string => f.replace(/[L#]/g, (c) => (c === 'L' ? r.of('ABCDEFGHJKLMNPRSTUVWXYZ', 1) : r.digits(1)))

export const VEHICLE: Grammar = {
  label: 'VEHICLE',
  authority: '45 CFR 164.514(b)(2)(i)(L); 49 CFR 565.15 (VIN); 33 CFR 181 (HIN); state plate series',
  numbered: true,
  labels: ['License plate', 'Plate', 'Plate #', 'License Plate Number', 'Plate No', 'Tag', 'Tag number', 'License plate no.', 'Vehicle plate', 'Vehicle registration', 'Registration plate', 'LP'],
  prose: ['Her license plate is {}.', 'a sedan with license plate {} hit him', 'driving a pickup, plate {}, when struck', 'plate number {} was reported'],
  forms: [
    bare('vin', vin, { labels: VIN_LABELS, prose: VIN_PROSE }),
    field('vin-lower', (r) => vin(r).toLowerCase(), VIN_LABELS, VIN_PROSE),
    field('vin-foreign', foreign, VIN_LABELS, VIN_PROSE),
    field('vin-spaces', (r) => vin(r).replace(/^(.{3})(.{6})(.{8})$/, '$1 $2 $3'), VIN_LABELS, VIN_PROSE),
    field('vin-dashes', (r) => vin(r).replace(/^(.{3})(.{6})(.{8})$/, '$1-$2-$3'), VIN_LABELS, VIN_PROSE),
    field('vin-last', (r) => vin(r).slice(-r.pick([6, 8])), ['VIN (last 8)', 'VIN ending in', 'VIN last 6', 'last 8 of VIN'], ['VIN ending in {} per police']),
    field('vin-old', (r) => fill(r, '#L##L######'), VIN_LABELS, VIN_PROSE),
    ...PLATES.map(([s, f]) => field(`plate-${s}`, (r: Rng) => fill(r, f), ['License plate', 'Plate', 'Plate #', `${s} plate`, 'Tag', `License plate (${s})`, 'Plate No', `Plate ${s}`])),
    field('plate-vanity', (r) => r.pick(['GOGATRS', 'LUV2RUN', 'BIGMIKE', 'NURSE1', 'TEACHR', '4MYMOM', 'GR8DAD'])),
    field('plate-uk', (r) => fill(r, 'LL## LLL')),
    field('plate-de', (r) => `${r.pick(['B', 'M', 'HH', 'KA'])}-${fill(r, 'LL ####')}`),
    field('plate-fr', (r) => fill(r, 'LL-###-LL')),
    field('hin', (r) => `US-${fill(r, 'LLL')}${r.digits(5)}${r.of('ABCDEFGHIJKL', 1)}${r.digits(3)}`, ['HIN', 'Hull ID', 'Hull identification number', 'HIN #']),
    field('boat', (r) => `${r.pick(['FL', 'CA', 'MN'])} ${r.digits(4)} ${r.upper(2)}`, ['Boat registration', 'Vessel registration', 'Boat reg #']),
    field('aircraft', (r) => `N${r.number(r.int(3, 4))}${r.of('ABCDEFGH', 1)}`, ['Tail number', 'Tail #', 'Aircraft registration', 'N-number']),
    field('vehicle-serial', (r) => `${r.upper(2)}${r.digits(8)}`, ['Vehicle serial number', 'Engine number', 'Chassis number', 'Scooter serial #']),
    situ('plate-state-prose', (r) => `a blue sedan (CA plate «${fill(r, '#LLL###')}») fled.`),
    situ('plate-hash', (r) => `Hit by truck, plate #«${fill(r, 'LLL-####')}», no LOC.`),
    situ('plate-reads', (r) => `license plate reading «${fill(r, 'LLL ####')}» was seen`),
    situ('drives', (r) => `drives a van, tag «${fill(r, 'LLL####')}», to visits`),
    situ('json', (r) => `{"vin":"«${vin(r)}»","plate":"«${fill(r, 'LLL####')}»"}`),
    situ('parked', (r) => `Parking: blue Civic, lic plate «${fill(r, '#LLL###')}»`),
  ],
}
