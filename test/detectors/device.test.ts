import fc from 'fast-check'
import { expect, test } from 'vitest'
import { device } from '../../src/detect/detectors/device'
import { findWith, table } from './harness'

const network = (d: { id: string }) => /^(?:mac|mobile)/.test(d.id)
const udi = (d: { id: string }) => d.id.startsWith('udi')
const serial = (d: { id: string }) => d.id.startsWith('serial')

table(
  'DEVICE',
  [
    ['Serial number: «RNB482913S»', 'field'],
    ['Serial No. «PJN1234567»', 'abbreviated with a full stop'],
    ['pacemaker serial # «BLC882911H»', 'device, number sign'],
    ['generator serial number is «482913»', 'copula, digits only'],
    ['S/N: «A12-00417»', 'S/N'],
    ['s/n «887213»', 'lower case, bare'],
    ['SN: «X9F22104»', 'SN with a mark'],
    ['Ser# «00217734»', 'Ser#'],
    ['Lot #: «7654321D»', 'lot'],
    ['lot no. «AB123» of the vaccine', "lot of a vaccine: rides on a person's record"],
    ['LOT: «EW0182»', 'marked'],
    ['Batch number «B20417»', 'batch'],
    ['device ID «DEV-88231»', 'device id'],
    ['deviceId="«a8f3c2e1-5b7d-4e9a-8c6f-1d2e3f4a5b6c»"', 'UUID of a device, camel case'],
    ['{"serialNumber":"«C02ZK1ABLVDL7»"}', 'JSON'],
    ['{\\"serial_number\\":\\"«C02ZK1ABLVDL7»\\"}', 'escaped JSON'],
    ['device_serial=«SN-77120-B» status=ok', 'logfmt'],
    ['| Serial number | «77120» |', 'table'],
    ['Serial Number\n«RNB482913S»', 'value on the next line'],
    ['Implant: Azure XT, model W1DR01, serial «RNB482913S»', 'model stays, serial goes'],
    ['RV lead serial number «PJN7712345»', 'lead'],
    ['insulin pump SN «PMP88120034»', 'bare SN with a strong value'],
    ['ICD serial «ZZH204411»', 'bare, device named'],
    ['transmitter id «8G2K4Q»', 'glucose transmitter'],
    ['asset tag «BME-004412»', 'biomedical engineering'],
    ['ventilator (serial «3344-1290»)', 'in brackets'],
    ['Serial: «55120»', 'single word, marked'],
    ['serial number for his insulin pump is «MMT-1780-554321»', 'the value after the copula'],
    ['serial numbers: left «19X12345», right «19X12346»', 'two devices'],
    ['Serial#: «AB 1234 567»', 'in groups'],
    ['RFID tag «0004455667»', 'radio tag'],
    ['UDID «00008030-001A35E22EF8802E»', 'telephone'],
  ],
  [
    ['serial troponins x3', 'repeated'],
    ['Serial 7s performed correctly', 'mental state test'],
    ['serial: ECGs at 0800 and 1200', 'prose after a colon'],
    ['a lot of pain', 'English'],
    ['lot 5', 'too short to be one'],
    ['parked in lot 12', 'car park'],
    ['SN visit 3 times weekly', 'skilled nursing'],
    ['SN to assess wound', 'skilled nursing'],
    ['s n p', 'letters'],
    ["patient's n 1200", 'apostrophe'],
    ['Model W1DR01', 'a model is no serial number'],
    ['REF 305110', 'catalogue number'],
    ['batch of 12 slides', 'a count'],
    ['generator change 2019', 'a year'],
    ['device check 03/12/2024', 'a date'],
    ['implant: 3 x 10 mm', 'a size'],
    ['leads V1-V6', 'electrocardiogram'],
    ['lead II 1 mm ST elevation', 'electrocardiogram'],
    ['lead level 5 mcg/dL', 'toxicology'],
    ['ICD 10 code I48.91', 'a classification'],
    ['serial dilution 1000', 'laboratory'],
    ['serial number [DEVICE]', 'placeholder'],
    ['serial number not recorded', 'no value'],
    ['Lot: 03/12/2024', 'a date'],
    ['device: 10 mg', 'a dose'],
    ['implant 500 cc', 'a volume'],
  ],
  serial,
)

table(
  'DEVICE',
  [
    ['UDI: «(01)00844588003288(17)141120(10)7654321D(21)10987654d321»', 'GS1, FDA example, labelled'],
    ['«(01)00844588003288(11)141231(17)150707(10)A213B1(21)1234» implanted', 'GS1, brackets, no label'],
    ['(«(01)51022222233336(11)141231(17)150707(10)A213B1(21)1234»)', 'inside brackets'],
    ['UDI-DI: «00844588003288»', 'device identifier alone'],
    ['"udi":"«(01)00844588003288(21)10987654»"', 'JSON'],
    ['udi=«01008445880032881714112010A213B1»', 'plain element string, key=value'],
    ['scan «01008445880032881714112010A213B1» ok', 'plain element string, no label, GTIN check good'],
    ['«+H123PARTNO1234567890120/$$420020216LOT123456789012345/SXYZ45678901234» ', 'HIBCC, primary and secondary data'],
    ['Unique Device Identifier «+E308011250B1/$$3220101LOT77»', 'HIBCC, labelled'],
    ['«=/A9999XYZ100T0944=,000025=A99991312345600=>014032» tissue', 'ICCBBA'],
    ['UDI\n«(01)00844588003288(17)141120(10)7654321D»', 'next line'],
    ['UDI | «(01)00844588003288(10)7654321D»', 'table'],
  ],
  [
    ['(01) first item (02) second', 'numbered list'],
    ['(01)1234', 'too short'],
    ['UDI not available', 'no value'],
    ['udi: none', 'no value'],
    ['010084458800328', 'digits that only open alike'],
    ['01008445880032891714112010A213B1', 'GTIN check digit wrong and no label'],
    ['T+/A 2+ edema', 'grading'],
    ['+CHILLS/FEVER', 'review of systems'],
    ['x=/etc/hosts', 'a path'],
    ['HER2+/ER+/PR-', 'receptors'],
    ['UDI = urinary distress inventory 6', 'an abbreviation of urology'],
    ['+1 555/0100', 'a telephone'],
  ],
  udi,
)

table(
  'DEVICE',
  [
    ['MAC address «00:1A:2B:3C:4D:5E»', 'colons'],
    ['wlan0 «00-1a-2b-3c-4d-5e» up', 'dashes, no label'],
    ['dhcp lease for «3c:22:fb:09:aa:10» granted', 'no label'],
    ['"mac":"«3C22FB09AA10»"', 'JSON, no separators'],
    ['mac «001a.2b3c.4d5e»', 'three dotted groups'],
    ['bssid=«3c:22:fb:09:aa:10»', 'logfmt'],
    ['EUI-64 «00:1a:2b:ff:fe:3c:4d:5e»', 'eight pairs'],
    ['(«00:1A:2B:3C:4D:5E»)', 'brackets'],
    ['IMEI: «490154203237518»', 'labelled'],
    ['IMEI «49-015420-323751-8»', 'grouped'],
    ['imei1="«490154203237519»"', 'check digit wrong: still an identifier'],
    ['her phone «490154203237518» was', 'context and check digit'],
    ['ICCID «89911012000032045»', 'labelled'],
    ['SIM card number: «8991 1012 0000 3204 510»', 'groups of four'],
    ['IMSI=«310150123456789»', 'labelled'],
    ['MEID: «A00000049259B1»', 'hexadecimal'],
    ['ESN «80A1B2C3»', 'old telephones'],
  ],
  [
    ['10:30:45:12', 'a clock with frames'],
    ['ratio 12:13:14:15:16', 'five groups'],
    ['ff:ff:ff:ff:ff:ff', 'broadcast'],
    ['00:00:00:00:00:00', 'nobody'],
    ['SHA1 3c:22:fb:09:aa:10:3c:22:fb:09:aa:10:3c:22:fb:09:aa:10:3c:22', 'fingerprint of a certificate'],
    ['MD5:3c:22:fb:09:aa:10:3c:22:fb:09:aa:10:3c:22:fb:09', 'fingerprint of a key'],
    ['MAC infection in AIDS', 'Mycobacterium avium complex'],
    ['MAC 30 mm', 'mitral annular calcification'],
    ['MAC anesthesia 1200 to 1400', 'anaesthesia'],
    ['ether 500 ml', 'a solvent'],
    ['490154203237518', '15 digits, no context'],
    ['phone 490154203237519', 'context, but the check digit is wrong'],
    ['SIM 3 months', 'a word'],
    ['12-13-14-15-16-17x', 'glued to a letter'],
    ['00:1A:2B:3C:4D', 'five pairs'],
    ['00:1A:2B:3C:4D:5G', 'no hexadecimal digit'],
    ['2024:01:02:03:04:05', 'a time stamp'],
    ['eid al-fitr 2024', 'a holiday'],
  ],
  network,
)

test('every MAC address is found in both notations, and no sixteen pairs', () => {
  const pair = fc.integer({ min: 1, max: 254 }).map((n) => n.toString(16).padStart(2, '0'))
  fc.assert(
    fc.property(fc.array(pair, { minLength: 6, maxLength: 16 }), fc.constantFrom(':', '-'), fc.boolean(), (pairs, sep, upper) => {
      const text = `a ${upper ? pairs.join(sep).toUpperCase() : pairs.join(sep)} b`
      const found = findWith(device.filter(network), text).map((r) => text.slice(r.start, r.end))
      expect(found).toEqual(pairs.length === 6 || pairs.length === 8 ? [text.slice(2, -2)] : [])
    }),
    { seed: 48, numRuns: 300 },
  )
})
