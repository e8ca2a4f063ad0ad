import fc from 'fast-check'
import { expect, test } from 'vitest'
import { vehicle } from '../../src/detect/detectors/vehicle'
import { findWith, table } from './harness'

const byVin = (d: { id: string }) => d.id.startsWith('vin') || d.id === 'hull-tail'

table(
  'VEHICLE',
  [
    ['VIN: «1M8 GDM9AX KP042788»', 'read out in groups'],
    ['<tr><td>VIN</td><td>«1M8GDM9AXKP042788»</td></tr>', 'cells of a table in HTML'],
    ['<b>VIN:</b> «1M8GDM9AXKP042788»<br>', 'bold label in HTML'],
    ['VIN #? «1M8GDM9AXKP042788»', 'a question'],
    ['VIN (last 8): «KP042788»', 'the serial part only'],
    ['VIN ending in «042788» per police', 'spoken'],
    ['Vessel registration: «MN 7050 UW»', 'a boat number in three groups, 33 CFR 174.23'],
    ['struck by a sedan, VIN «1HGCM82633A004352», on the highway', 'labelled, check digit good'],
    ['VIN: «1HGCM82633A004353»', 'labelled, check digit wrong: a typing slip is an identifier too'],
    ['VIN # «WVWZZZ1JZ3W386752»', 'European, no check digit'],
    ['vin number is «1m8gdm9axkp042788»', 'lower case'],
    ['Vehicle Identification Number (VIN): «5GZCZ43D13S812715»', 'long label with its abbreviation'],
    ['{"vin":"«JHMCM56557C404453»"}', 'JSON'],
    ['{"vehicleIdentificationNumber": "«JHMCM56557C404453»"}', 'camel-case key'],
    ['vehicle_id=«FLT-00912» speed=44', 'logfmt, fleet number'],
    ['|VIN|«1M8GDM9AXKP042788»|', 'pipes'],
    ['VIN:\n«1M8GDM9AXKP042788»', 'value on the next line'],
    ['VIN\t«1M8GDM9AXKP042788»', 'tab'],
    ['The car («1M8GDM9AXKP042788») was towed.', 'no label, check digit good'],
    ['chart notes 5-car pileup; «5GZCZ43D13S812715».', 'no label, ends the sentence'],
    ['imported wagon «WVWZZZ1JZ3W386752» at scene', 'no label: foreign, ends in a serial number'],
    ['VIN «1M8GDM9AXKP04», rest illegible', 'labelled, cut short'],
    ['chassis number: «SAJWA0HE8CM12»', 'chassis number'],
    ['Hull ID «ABC67890G495» found adrift', 'hull number, 33 CFR 181'],
    ['HIN: «XYZ12345C404»', 'abbreviated label'],
    ['aircraft tail number «N123AB», two aboard', 'US registration'],
    ['Tail #: «N5342K»', 'number sign'],
    ['Boat registration «FL1234AB»', 'state boat number'],
    ['<td>VIN (last 8)</td><td>«F3867733»</td>', 'markup between'],
    ['<b>VIN last 6:</b> «885606»<br>', 'bold label'],
    ['{ "last8OfVin": "«XB212967»" }', 'camel key'],
    ['HIN #? «US-UHW86136A297»', 'form that asks'],
    ['<tr><td>Tail #</td><td>«N5513H»</td></tr>', 'cell of a table'],
    ['{ "vinNo": "«JHM-WTJLXX-H0164351»" }', 'three groups, one of letters'],
  ],
  [
    ['VIN: unknown <b>now</b>', 'markup after a word'],
    ['11111111111111111', 'all digits: passes the check digit, but no VIN has no letter'],
    ['3f2a9c81d04e77b1aa', '18 characters of a hash'],
    ['commit 4fa9c81d04e77b1a2', '17 hexadecimal characters'],
    ['1HGCM82633A004352X', 'one character too many'],
    ['1HGCM82633O004352', 'has an O'],
    ['glass of vin rouge in 1998', 'French wine'],
    ['Vin is 45 and smokes', 'a given name'],
    ['VIN: not available', 'no value'],
    ['vin: 03/12/2024', 'a date'],
    ['hin und wieder 12', 'a German word'],
    ['tail number of spermatozoa 45%', 'a count'],
    ['vehicle (placebo) 5 ml bid', 'pharmacy'],
    ['Vehicle identification: pending', 'no value'],
    ['vehicle speed 45 mph', 'a speed'],
    ['hull cleaning twice', 'no number'],
    ['MEDPARTANALYSISABC', 'letters only'],
    ['12345678901234567', 'digits only'],
    ['CDKN2A-TP53-KRAS-G12', 'genes'],
    ['NM_000546.6:c.215C>G', 'a transcript'],
    ['SGVsbG8gV29ybGQhIQ==', 'base64'],
    ['VIN (last 8) unknown', 'nothing given'],
    ['VIN not legible, 2 witnesses', 'prose'],
  ],
  byVin,
)

table(
  'VEHICLE',
  [
    ['License plate: «7ABC123»', 'field'],
    ['License plate number «ABC-1234» noted by police', 'dashed, prose'],
    ['licence plate «AB12 CDE»', 'British, spaced'],
    ['LICENSE PLATE #«8XYZ901»', 'capitals, number sign'],
    ['lic plate «7abc123»', 'lower-case speech'],
    ['license plate California «7ABC123»', 'state between'],
    ['license plate: TX «ABC 1234»', 'state code, then letters and digits apart'],
    ['license plate (NY) «HKL-4821»', 'state in brackets'],
    ['Plate: «KLM 482»', 'short label, strong form'],
    ['a blue Ford, plates «ABC-1234», fled', 'plural, prose'],
    ['plate # «7KTR992»', 'number sign'],
    ['tag number «BX4 291»', 'tag of the southern states'],
    ['"licensePlate":"«6TRJ244»"', 'camel-case JSON key'],
    ['{\\"license_plate\\":\\"«6TRJ244»\\"}', 'escaped JSON, snake case'],
    ['plate=«6TRJ244» lane=4', 'logfmt'],
    ['| License Plate | «6TRJ244» |', 'table cell'],
    ['License plate:\n«6TRJ244»', 'value on the next line'],
    ['vanity plate: «GOTBEACH»', 'letters only, with a mark'],
    ['his license plate is «GR8DAY»', 'copula'],
    ['Vehicle registration: «KV68 XYZ»', 'British registration'],
    ['registration mark «LD51TRN»', 'British term'],
    ['temporary tag «A1234567»', 'temporary tag'],
    ['(plate «482-KLM»)', 'digits first, in brackets'],
    ['dealer plate «1234-D»', 'dealer'],
    ['{"plate":"«SEE6282»"}', 'letters of the plate are a word'],
    ['Plate #? «3LX L28»', 'form that asks'],
    ['<licensePlateGa>«ETM1280»</licensePlateGa>', "key of a state's plate"],
    ['{ "njPlate": "«L57-MWD»" }', 'state first'],
    ['Plate MT «3-25842M»', 'state between, county number first'],
    ['The Plate # is «AS-618».', 'letters of the plate are a copula'],
    ['Plate No «NR 06662»', 'letters of the plate name a number'],
    ['DE plate «052307»', 'digits alone, after the state'],
    ['Plate #: «GOGATRS»', 'vanity plate, no word'],
    ['driving a pickup, plate «LUV2RUN», when struck', 'vanity plate with a figure'],
    ['plate number «gogatrs» was reported', 'the same in lower case'],
    ['license plate «m-na 8572»', 'German, lower case'],
    ['Her license plate is «KA-AT 7337».', 'German, letters are a word'],
    ['vehicle registration: «ab-006-va»', 'French, lower case'],
    ['tag: «ma45 say»', 'British, lower case'],
    ['drives a van, tag «had9857», to visits', 'letters are a word, glued'],
  ],
  [
    ['The plate was secured with 4 screws', 'osteosynthesis'],
    ['a 3.5 mm plate 7 holes', 'osteosynthesis, count after'],
    ['plate 12 of the Ishihara test', 'colour-vision plate'],
    ['growth plate L4 intact', 'anatomy'],
    ['blood agar plate 24 h', 'culture'],
    ['Plates: 2', 'a count'],
    ['96 well plate A12', 'a well'],
    ['volar plate fixation 2019', 'a year'],
    ['end plate changes at L5-S1', 'vertebrae'],
    ['registration complete 10:45', 'reception'],
    ['Registration: 03/12/2024', 'a date'],
    ['skin tag 3mm', 'a lesion'],
    ['name tag worn', 'no value'],
    ['tags: v1.2.3', 'a version'],
    ['tag number unknown', 'no value'],
    ['license plate unknown', 'no value'],
    ['LICENSE PLATE: UNKNOWN', 'no value, capitals'],
    ['could not read the license plate, patient in shock', 'prose'],
    ['plate reader 450 nm', 'laboratory'],
    ['reg diet 1800 kcal', 'a diet'],
    ['registration desk [NAME]', 'placeholder'],
    ['plate m-l 20 degrees of tilt', 'directions on a plate'],
    ['plate L5-S1 fixation', 'spine'],
    ['Plate: removed in 2019', 'orthopaedic'],
    ['plate number illegible', 'no plate'],
    ['license plate number redacted', 'no plate'],
    ['plate and screws 345 678', 'counts'],
    ['Plate: HARDWARE', 'a word of capitals'],
  ],
  (d) => !byVin(d),
)

test('every North American VIN is found, labelled or not', () => {
  const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
  const value = (c: string) => (/\d/.test(c) ? Number(c) : [1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9][c.charCodeAt(0) - 65])
  const char = fc.constantFrom(...'ABCDEFGHJKLMNPRSTUVWXYZ0123456789')
  const vin = fc
    .tuple(fc.constantFrom('1', '2', '3', '4', '5'), fc.constantFrom('G', 'H', 'F', 'N'), fc.array(char, { minLength: 8, maxLength: 8 }), fc.integer({ min: 10000, max: 99999 }))
    .map(([country, maker, middle, serial]) => {
      const chars = [country, maker, ...middle.slice(0, 5), 'A', '0', ...middle.slice(5), ...String(serial)]
      chars[8] = '0123456789X'[chars.reduce((sum, c, k) => sum + value(c) * weights[k], 0) % 11]
      return chars.join('')
    })
  fc.assert(
    fc.property(vin, fc.constantFrom('', 'VIN ', 'vin: ', '"vin":"'), (v, label) => {
      expect(findWith(vehicle, `${label}${v} end`).map((r) => [r.start, r.end])).toEqual([[label.length, label.length + 17]])
    }),
    { seed: 17, numRuns: 300 },
  )
})

// Plates beside the vehicle, aircraft and boats without a label.
table(
  'VEHICLE',
  [
    ['Landed 0012. Tail «N771QX». Chase', 'registration behind the bare word'],
    ['his boat «LA-3387-BQ» is tied up', 'state, four figures, two letters'],
    ['aboard «MN 7050 QW» at dock', 'the same, spaced'],
    ['took the truck, «YQKX 4471».', 'set off by a comma'],
    ['a gray sedan (RI «LQ-771»), driving', 'in brackets, behind the state'],
  ],
  [
    ['CA 1200 MG daily', 'calcium'],
    ['truck, 2015 model', 'a year'],
    ['car (HRV 2019), belted', 'a model and its year'],
    ['van, C5-C6 injury', 'spine'],
    ['Tail vein 12', 'anatomy'],
    ['sedan (CT 2 views)', 'an image'],
    ['vehicle (MVC at 0730)', 'a collision at a time'],
    ['PA 1020 PA', 'no boat'],
    ['truck, HR 102', 'a pulse'],
  ],
)
