import { gs1Digit, hibcChar, luhnDigit } from '../checksum'
import { bare, field, type Grammar, situ } from '../form'
import type { Rng } from '../prng'

const p2 = (n: number): string => String(n).padStart(2, '0')
const gtin = (r: Rng): string => {
  const b = r.pick(['0', '1']) + r.digits(12)
  return b + gs1Digit(b)
}
const yymmdd = (r: Rng): string => p2(r.int(18, 30)) + p2(r.int(1, 12)) + p2(r.int(1, 28))
const an = (r: Rng, min: number, max: number): string => r.of('ABCDEFGHJKLMNPQRSTUVWXYZ0123456789', r.int(min, max) - 1) + r.digits(1)
const hibc = (r: Rng): string => {
  const b = `+${r.upper(1)}${r.digits(3)}${an(r, 5, 10)}${r.digits(1)}`
  return b + hibcChar(b)
}
const hibcFull = (r: Rng): string => {
  const b = `+${r.upper(1)}${r.digits(3)}${an(r, 5, 10)}0/$$3${yymmdd(r)}${an(r, 5, 8)}`
  return b + hibcChar(b)
}
const mac = (r: Rng, by: string): string => Array.from({ length: 6 }, () => r.hex(2)).join(by)
const imei = (r: Rng): string => {
  const b = `35${r.digits(12)}`
  return b + luhnDigit(b)
}
const UDI = { labels: ['UDI', 'Unique Device Identifier', 'UDI carrier', 'Implant UDI', 'Device identifier'], prose: ['Implanted device UDI {} left knee.', 'scanned {} at implant'] }
const NET = { labels: ['MAC', 'MAC address', 'HW address', 'Hardware address', 'wlan mac', 'Bluetooth address', 'ether'], prose: ['The monitor with MAC address {} was offline.', 'device at {} rebooted'] }

export const DEVICE: Grammar = {
  label: 'DEVICE',
  authority: '45 CFR 164.514(b)(2)(i)(M); 21 CFR 801, 830 (UDI): GS1, ANSI/HIBC 2.6, ICCBBA ST-011; IEEE 802 (MAC); 3GPP TS 23.003 (IMEI); ITU-T E.118',
  numbered: true,
  labels: [
    'Serial number',
    'Serial No',
    'Serial #',
    'S/N',
    'SN',
    'Device ID',
    'Device serial',
    'Serial',
    'Pump serial number',
    'Ser. No.',
    'Device serial number',
    'Implant serial',
    'Generator serial #',
    'Lead serial no',
    'Lot',
    'Lot number',
    'Lot #',
    'Device identifier',
    'Pacemaker serial',
    'Device number',
  ],
  prose: ['The pacemaker serial number is {}.', 'implanted generator, S/N {}, right chest', 'lot number {} was recalled', 'insulin pump serial {} was replaced'],
  forms: [
    bare('gs1-full', (r) => `(01)${gtin(r)}(11)${yymmdd(r)}(17)${yymmdd(r)}(10)${an(r, 4, 10)}(21)${an(r, 5, 12)}`, UDI),
    bare('gs1-short', (r) => `(01)${gtin(r)}(17)${yymmdd(r)}(10)${an(r, 4, 10)}`, UDI),
    bare('gs1-spaces', (r) => `(01) ${gtin(r)} (17) ${yymmdd(r)} (21) ${an(r, 5, 12)}`, UDI),
    bare('gs1-di', (r) => `(01)${gtin(r)}`, UDI),
    bare('gs1-di-serial', (r) => `(01)${gtin(r)}(21)${an(r, 5, 12)}`, UDI),
    bare('gs1-raw', (r) => `01${gtin(r)}17${yymmdd(r)}10${an(r, 4, 10)}`, UDI),
    bare('gs1-raw-fnc1', (r) => `01${gtin(r)}17${yymmdd(r)}10${an(r, 4, 8)}\u001d21${an(r, 5, 8)}`, UDI),
    bare('gs1-aim', (r) => `]d201${gtin(r)}17${yymmdd(r)}21${an(r, 5, 8)}`, UDI),
    field('gtin', gtin, ['GTIN', 'UDI-DI', 'DI', 'Device identifier (DI)'], ['UDI-DI {} on the label']),
    field('gs1-production', (r) => `(10)${an(r, 4, 10)}(21)${an(r, 5, 12)}`, UDI.labels, UDI.prose),
    bare('hibc', hibc, UDI),
    bare('hibc-full', hibcFull, UDI),
    bare('iccbba', (r) => `=/A${r.digits(4)}${r.upper(3)}${r.digits(3)}T0${r.digits(3)}=,000${r.digits(6)}=>0${r.int(18, 29)}${r.int(100, 365)}&,1${r.digits(10)}`, UDI),
    bare('iccbba-din', (r) => `=${r.of('ACDW', 1)}${r.digits(4)}${r.int(18, 26)}${r.digits(6)}00`, { labels: ['UDI', 'Donation ID', 'DIN', 'Unit number'], prose: UDI.prose }),
    bare('mac-colons', (r) => mac(r, ':'), NET),
    bare('mac-colons-upper', (r) => mac(r, ':').toUpperCase(), NET),
    bare('mac-dashes', (r) => mac(r, '-').toUpperCase(), NET),
    bare('mac-cisco', (r) => `${r.hex(4)}.${r.hex(4)}.${r.hex(4)}`, NET),
    field('mac-plain', (r) => r.hex(12), NET.labels, NET.prose),
    bare('eui64', (r) => `${mac(r, ':')}:${r.hex(2)}:${r.hex(2)}`, { labels: ['EUI-64', 'Device EUI', 'DevEUI'], prose: NET.prose }),
    field('imei', imei, ['IMEI', 'IMEI #', 'Device IMEI'], ['her phone, IMEI {}, was lost']),
    field('imei-dashes', (r) => imei(r).replace(/^(..)(......)(......)(.)$/, '$1-$2-$3-$4'), ['IMEI', 'Device IMEI'], ['her phone, IMEI {}, was lost']),
    field('imeisv', (r) => `35${r.digits(14)}`, ['IMEISV', 'IMEI/SV']),
    field('meid', (r) => `A${r.hex(13).toUpperCase()}`, ['MEID', 'ESN']),
    field(
      'iccid',
      (r) => {
        const b = `8901${r.digits(14)}`
        return b + luhnDigit(b)
      },
      ['ICCID', 'SIM', 'SIM card number'],
    ),
    field('imsi', (r) => `310${r.digits(12)}`, ['IMSI', 'imsi']),
    field('idfa', (r) => `${r.hex(8)}-${r.hex(4)}-4${r.hex(3)}-9${r.hex(3)}-${r.hex(12)}`.toUpperCase(), ['IDFA', 'Advertising ID', 'deviceId', 'Device ID', 'GAID']),
    field('android-id', (r) => r.hex(16), ['Android ID', 'android_id', 'Device ID']),
    field('fcm', (r) => `${r.of('abcdefghijkABCDEFGHIJK0123456789', 22)}:APA91b${r.of('abcdefghijkABCDEFGHIJK0123456789_-', 134)}`, ['push token', 'device_token', 'fcm_token']),
    field('digits', (r) => r.digits(r.int(6, 10))),
    field('letters-digits', (r) => r.upper(3) + r.digits(6)),
    field('letters-digits-suffix', (r) => `${r.upper(3)}${r.digits(6)}${r.upper(1)}`),
    field('dashes', (r) => `${r.digits(2)}-${r.upper(2)}-${r.digits(4)}`),
    field('dash', (r) => `${r.upper(2)}${r.digits(2)}-${r.digits(5)}`),
    field('mixed', (r) => an(r, 8, 12)),
    field('slash', (r) => `${r.digits(4)}/${r.digits(4)}`),
    field('dots', (r) => `${r.digits(3)}.${r.digits(3)}.${r.digits(4)}`),
    field('spaces', (r) => `${r.upper(2)} ${r.digits(3)} ${r.digits(3)}`),
    field('hash', (r) => `#${r.digits(7)}`),
    field('lot-date', (r) => `L${r.int(18, 26)}${r.of('ABCDEFGHJKL', 1)}${r.digits(2)}`, ['Lot', 'Lot number', 'LOT', 'Batch']),
    field('asset', (r) => `${r.pick(['BME', 'AST', 'EQ'])}-${r.digits(5)}`, ['Asset tag', 'Asset #', 'Equipment ID', 'Biomed tag']),
    field('two-lines', (r) => `${r.upper(2)}${r.digits(7)} / ${r.upper(2)}${r.digits(7)}`, ['Serial numbers', 'S/N', 'Lead serial numbers']),
    situ('model-serial', (r) => `Model Kestrel D4 (S/N «${r.upper(3)}${r.digits(6)}»), 60 bpm`),
    situ('sn-colon-tight', (r) => `pump SN:«${r.digits(8)}» rate 1.2`),
    situ('ref-lot', (r) => `REF 4210 LOT «${an(r, 5, 8)}» SN «${an(r, 6, 9)}»`),
    situ('implant-table', (r) => `RV lead | Model 5076 | Serial «PJN${r.digits(7)}»`),
    situ('fhir-device', (r) => `"serialNumber":"«${an(r, 7, 10)}»","lotNumber":"«${an(r, 5, 7)}»"`),
    situ('fhir-udi', (r) => `"udiCarrier":[{"deviceIdentifier":"«${gtin(r)}»","carrierHRF":"«(01)${gtin(r)}(21)${an(r, 6, 8)}»"}]`),
    situ('arp', (r) => `? (gateway) at «${mac(r, ':')}» on en0`),
    situ('json-mac', (r) => `{"mac":"«${mac(r, ':')}»","rssi":-61}`),
    situ('with-serial', (r) => `ICD with serial number «${r.upper(3)}${r.digits(6)}H» was checked`),
  ],
}
