import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Detector } from '../../src/detect/detector'
import { geo } from '../../src/detect/detectors/geo'
import { findWith, table } from './harness'

const finer = (d: Detector): boolean => d.id !== 'geo-state' && d.id !== 'geo-country'

// Streets, boxes, roads: the whole address is one finding.
table(
  'GEO',
  [
    ['«123 Main St Apt 4, Springfield, IL 62704-1234»', 'street, unit, city, state, ZIP+4 in one'],
    ['He lives at «4521 W. Oak Ridge Blvd., Suite 200, St. Paul, MN 55104, USA» and works.', 'direction, abbreviations, country'],
    ['Address: «12 Oak Lane\nColumbus, OH 43004»\nPhone: pending', 'wrapped over two lines'],
    ['Addr «88 Alder Road\\nDayton, OH 45402»', 'line break escaped as in JSON'],
    ['went home to «9 Birch Court, Unit 3B».', 'unit with a letter'],
    ['found at «742 Evergreen Terrace», unresponsive', 'suffix not abbreviated'],
    ['«123 45th St NW, Seattle, WA»', 'numbered street with a direction'],
    ['«45-12 Bell Blvd, Bayside, NY 11361»', 'house number with a dash'],
    ['«1 Infinite Loop, Cupertino, CA 95014»', 'one-digit house number, weak suffix, place after it'],
    ['picked up from «2816 Larkin Gardens»', 'weak suffix, four-digit number'],
    ['mother at «1200 north main street apartment 4 springfield illinois 62704»', 'lower-case speech'],
    ['PATIENT LIVES AT «1200 MAPLE CT, RENO NV 89501» ALONE', 'capitals: CT is a court when a place follows'],
    ['PID|1||9||DOE^J||1980|M|||«12 OAK ST^^DAYTON^OH^45402»', 'HL7 components'],
    ['send to «PO Box 123, Albany, NY 12207»', 'post office box'],
    ['mail: «P.O. Box 77»', 'box alone'],
    ['«RR 2 Box 15, Elko, NV 89801»', 'rural route'],
    ['«HC 1 Box 7»', 'highway contract route'],
    ['«1200 Hwy 61 N, Ely MN 55731»', 'highway as the street'],
    ['crash on «County Road 12»', 'numbered road of two words'],
    ['«PSC 3117, Box 0609 APO AP 96000»', 'army post office'],
    ['«Unit 2050 Box 4190\nDPO AE 09777»', 'diplomatic post office, two lines'],
    ['«USS Halden FPO AE 09501»', 'ship'],
    ['store at «5th and Main St»', 'intersection with a suffix'],
    ['hit by a car at «the corner of Elm and Oak»', 'intersection by its cue'],
    ['bus stop on «Broadway & 12th St»', 'intersection with an ampersand'],
    ['the shop on «Finch Street» is closed', 'street without a number'],
    ['we were down on «ninth street» yesterday', 'spoken ordinal street'],
    ['deliver: «Apt 12B»', 'a unit alone'],
    ['«Rynek 5, 00-272 Warszawa»', 'name, number, Polish postcode and city'],
    ['«Hauptstraße 12, 10115 Berlin, Germany»', 'German compound'],
    ['wohnt «Karl-Marx-Allee 34»', 'German, hyphenated'],
    ['«12 rue de la Paix, 75002 Paris»', 'French, number first'],
    ['«Calle Mayor 5, 28013 Madrid»', 'Spanish'],
    ['«Via Roma 3, 00184 Roma»', 'Italian'],
    ['«ul. Zamkowa 33, 00-272 Warszawa»', 'Polish'],
    ['«Damrak 1, 1012 LG Amsterdam»', 'Dutch postcode'],
    ['«Storgatan 5»', 'Swedish compound'],
    ['«10 Downing Street, London SW1A 2AA, UK»', 'British postcode'],
    ['«290 Bremner Blvd, Toronto, ON M5V 3L9»', 'Canadian postcode'],
    ['«9 Lindenhof 12\n Suite 31\n Halden\n Norway 17702»', 'foreign lines around a unit'],
  ],
  [
    ['Patient was given 5 mg St. The plan is unchanged', 'dose before a suffix'],
    ['12 Point Review of Systems was negative', 'count before a word that is also a suffix'],
    ['10 point review, 4 view chest', 'lower-case counts'],
    ['64 Slice CT angiogram', 'CT the scan'],
    ['REVIEWED 3 ABDOMEN CT SCANS', 'CT in capitals, no place after it'],
    ['100 Units SQ daily; 5000 UNITS SQ', 'SQ is subcutaneous'],
    ['took it 3 times Dr Smith said', 'dr after a count'],
    ['L4 Dr Jones agrees', 'vertebra, then a doctor'],
    ['Stage 3 Park classification', 'stage'],
    ['6 Minute Walk test, 10 Meter Walk, 25 Foot Walk', 'walking tests'],
    ['2 Block Walk and 3 Flight Climb', 'exercise tolerance'],
    ['On March 12 Green Valley trip', 'day of the month before a name'],
    ['In 2019 Fall season', 'year'],
    ['Circle of Willis aneurysm', 'anatomy'],
    ['Lake Louise criteria were met; Hill-Sachs lesion', 'eponyms'],
    ['West Nile virus, Norwalk virus, Lyme disease', 'places in names of diseases'],
    ['Road traffic accident, street drugs', 'suffix words alone'],
    ['2 Way Stop', 'no name between'],
    ['Via Foley 500 ml out', 'via the preposition, capital at the sentence start'],
    ['decade 3 of life, Brigade 5', 'words that end like a foreign street'],
    ['Monitoring 24 hours', 'participle before a number'],
    ['IM route 2, Route: IV', 'route of a drug'],
    ['CR 12, cr 1.2, fm 5', 'creatinine'],
    ['Suite of labs; apt to fall', 'unit words of prose'],
    ['2 units of blood, Unit 3, Lot 123, Floor 3, Room 5', 'numbered things of a ward'],
    ['#3 problem: pain', 'a number sign'],
    ['ratio of 1/2 Main complaint', 'fraction'],
    ['we drove a long way', 'verb and way'],
    ['box 5 checked, Box plot', 'box without a post office'],
    ['apo B 120, ApoE 4', 'apolipoprotein'],
  ],
  finer,
)

// Cities, counties, ZIP codes, form fields.
table(
  'GEO',
  [
    ['Follow-up in «Madison, WI».', 'city and code'],
    ['She moved to «Portland, Oregon 97201» last year', 'city, name of the state, ZIP'],
    ['an aunt in «Green Bay, Wisconsin».', 'two words'],
    ['born in «Wayne County»', 'county'],
    ['lives in «Boston» with her son', 'residence'],
    ['PATIENT LIVES IN «BOSTON» WITH WIFE', 'residence in capitals'],
    ['originally from «Lisbon»', 'origin'],
    ['a woman from «Lisbon», admitted', 'origin after a person'],
    ['She traveled to «Kyoto» in spring', 'travel'],
    ['resident of «New Bern», seen', 'resident of'],
    ['the city of «Aurora» sent', 'city of'],
    ['family en route from «Halden»', 'en route'],
    ['zip code: «60601-1234»', 'ZIP+4 labelled'],
    ['ZIP «60601»', 'ZIP labelled without a mark'],
    ['My zip code is «60601»', 'ZIP in a sentence'],
    ['{"street":"«77 Birch Rd»","city":"«Dayton»","zip":"«45402»"}', 'JSON'],
    ['{\\"street_address\\":\\"«77 Birch Rd»\\",\\"postalCode\\":\\"«45402»\\"}', 'escaped JSON'],
    ['zip=«02118» city=«Halden» addr="«12 Finch St»" county=«Suffolk» state=MA', 'key=value'],
    ['|City|«Springfield»|\n|Zip|«62704»|', 'table'],
    ['City: «Green Bay»\nState: WI', 'form'],
    ['County: «Cook»', 'labelled county'],
    ['Place of birth: «Lima»', 'birthplace'],
    ['Home Address: «14 Elm»', 'labelled address without a suffix'],
    ['Postcode: «SW1A 2AA»', 'labelled British postcode'],
    ['census tract «36061021300»', 'geocode'],
  ],
  [
    ['CPT 99213 was billed', 'five-digit procedure code'],
    ['WBC 12500, platelets 45000', 'counts of five digits'],
    ['Smith, PA saw him; Jones, MS', 'credentials that are also state codes'],
    ['taken to OR, then to IN bed', 'state codes as words'],
    ['The HI, OK, ME and LA were noted', 'abbreviations of findings'],
    ['left atrium LA 4.2 cm, CO2 22, PT 12', 'abbreviations with values'],
    ['born in Texas, raised in Ohio', 'states may stay'],
    ['native of Vietnam; traveled to China', 'countries'],
    ['from Georgia, Florida and Texas', 'a list of states'],
    ['lives in a house, lives in pain, lives in fear', 'common nouns'],
    ['Lives in Assisted Living', 'capitalised kind of home'],
    ['moved to Floor 3; back to Baseline', 'ward words'],
    ['Grew up on the East Coast, moved to the Midwest', 'regions of several states'],
    ['city: unknown', 'empty value'],
    ['City | State | Zip', 'header row'],
    ['Address the issue at the next visit', 'the verb'],
    ['We will address 3 concerns', 'the verb before a number'],
    ['County jail; county of origin', 'county alone'],
    ['went to sleep in May', 'month'],
    ['the zip line was 300 feet', 'zip the word'],
  ],
  finer,
)

// Facilities.
table(
  'GEO',
  [
    ['admitted to «Finchley General Hospital» on Monday', 'two words and a head'],
    ["kept at «St. Columba's» overnight", 'saint, possessive, no head'],
    ["transferred from «St. Brendan's Hospital, Larkspur» to us", 'saint, head, city'],
    ['at «Mt. Sinai» overnight', 'short form'],
    ['sent over to «Alder and Finch Hospital, Larkspur» in May', 'conjunction in the name'],
    ['the «University of Ghent» sent records', 'university of a place'],
    ['moved to «OHSU Med Center»', 'acronym and head'],
    ["born at «Finchley Children's Hospital»", 'possessive in the name'],
    ['rounds at «Waldenford» on 8/9/2019', 'a place name and a date'],
    ['admitted to «Halden General» yesterday', 'short form of general hospital'],
    ['lives at «Maple Manor Nursing Home»', 'nursing home'],
    ['our «Larkspur» office called', 'lower-case head'],
    ['prescription to «Walden Pharmacy»', 'pharmacy'],
    ['goes to «Finchley Elementary»', 'school'],
    ['member of «Grace Lutheran Church»', 'church'],
    ['TRANSFERRED FROM «LARKSPUR HOSPITAL» BY AMBULANCE', 'capitals, after a preposition'],
    ['the «Sutter Health Medical Center in Larkspur»', 'system, head, city'],
    ['Facility: «Larkspur»', 'labelled'],
    ['we sent her over to «clearfield regional hospital»', 'lower-case speech'],
    ['follow up at «Finch Hollow Orthopedics»', 'practice'],
    ['went to «General Hospital»', 'capitalised general hospital'],
  ],
  [
    ['The Hospital course was good', 'hospital alone'],
    ['HOSPITAL COURSE: uneventful', 'heading'],
    ['Emergency Department visit', 'department'],
    ['Medical Center policy applies', 'head alone'],
    ['Primary Care Clinic follow-up', 'kind of clinic'],
    ['Cardiology Clinic, Pain Clinic, Wound Care Center', 'kinds of clinics'],
    ['Seen in Anticoagulation Clinic', 'kind of clinic after a verb of care'],
    ['TRANSFERRED FROM OUTSIDE HOSPITAL', 'capitals, generic'],
    ['Admitted to Medicine, then transferred to ICU', 'services'],
    ['Referred to Physical Therapy', 'service'],
    ['Discharged to Home Hospice', 'kind of care'],
    ['admitted to the Intensive Care Unit', 'ward'],
    ['taken to the Endoscopy Suite', 'room'],
    ['Lives in Skilled Nursing Facility', 'kind of home after a verb'],
    ["St. Jude valve, St. John's wort", 'device and herb'],
    ['Mayo scissors, Mayo stand', 'instruments'],
    ['Stanford type B dissection, Duke criteria', 'eponyms'],
    ['Poison Control Center, Stroke Center', 'kinds of centers'],
    ['at an outside hospital, to a big academic medical center', 'lower-case, generic'],
    ['the nearest hospital, a local clinic', 'lower-case, generic'],
    ['seen at bedside; seen in Clinic', 'places of the house'],
    ['was placed in Halden 4-point fixation', 'device after in'],
    ['[**Hospital 12**] and [GEO] Hospital', 'placeholders'],
  ],
  finer,
)

// Coordinates.
table(
  'GEO',
  [
    ['at «40.7128, -74.0060» now', 'decimal pair'],
    ['«51.50740,-0.12780»', 'no space, western hemisphere'],
    ['«40°42\'46"N» «74°00\'21"W»', 'degrees, minutes, seconds'],
    ['«40.7128° N, 74.0060° W»', 'decimal degrees with hemispheres'],
    ['"latitude": «40.7», "longitude": «-74.25»', 'JSON'],
    ['lat=«40.712» lng=«-74.001»', 'key=value'],
    ['pin «849VCWC8+R9»', 'Open Location Code'],
    ['geohash: «dr5regw3p»', 'geohash'],
    ['MGRS «18TWL8395907350»', 'military grid'],
  ],
  [
    ['ratio 3.1415, 2.7182', 'pair of small decimals'],
    ['p = 0.0001, 0.0002', 'probabilities'],
    ['rotated 45° N of the axis, temp 98°F', 'angle, temperature'],
    ['37.5, 38.2', 'temperatures'],
    ['12.3456 mg', 'one decimal'],
    ['lat 5.0 cm long 3.2 cm', 'lateral and long'],
    ['95.1234, 45.1234', 'latitude out of range'],
    ['HLA B27+DR4', 'plus in a type'],
  ],
  finer,
)

// States and countries: detectors of their own.
table(
  'GEO',
  [
    ['born in «Ohio»', 'state'],
    ['in «New Hampshire»', 'state of two words'],
    ['State: «WI»', 'labelled code'],
    ['Madison, «WI» 53703', 'code before a ZIP'],
    ['from «Vietnam»', 'country'],
    ['the «United Kingdom»', 'country of two words'],
  ],
  [
    ['OK, in the OR, hi', 'words'],
    ['PA and LA pressures', 'abbreviations'],
    ['a turkey sandwich', 'lower case'],
    ['Jordan came along', 'given name'],
  ],
  (d) => !finer(d),
)

describe('GEO, US addresses of the grammar', () => {
  const pick = fc.constantFrom
  const street = fc.tuple(
    fc.integer({ min: 10, max: 99999 }),
    pick('Alder', 'North Birch', 'Old Mill', '42nd', "O'Neal", 'St. Clair'),
    pick('Street', 'St', 'Ave.', 'Road', 'Blvd', 'Lane', 'Dr', 'Pkwy', 'Court', 'Terrace'),
  )
  const unit = pick('', ' Apt 4', ', Suite 200', ' #12', ', Unit 3B')
  const place = fc.tuple(pick('Springfield', 'St. Paul', 'New Bern', 'Winston-Salem'), pick(', IL', ' MN', ', North Carolina', ', N.Y.'), pick('', ' 62704', ' 62704-1234'))
  test('each is one finding in a sentence', () => {
    fc.assert(
      fc.property(street, unit, place, pick(', ', '\n'), ([n, name, suffix], u, [city, state, zip], sep) => {
        const address = `${n} ${name} ${suffix}${u}${sep}${city}${state}${zip}`
        const text = `she lives at ${address} with family`
        const found = findWith(geo.filter(finer), text)
        expect(found.map((f) => text.slice(f.start, f.end))).toEqual([address.replace(/\.$/, '')])
      }),
      { numRuns: 500 },
    )
  })
})
