import { bare, field, type Grammar, situ } from '../form'
import { CITIES, FACILITIES, FOREIGN_CITIES, STATES, STREETS, SUFFIXES } from '../pools'
import type { Rng } from '../prng'

const city = (r: Rng): string => r.pick(CITIES)
const st = (r: Rng): string => r.pick(STATES)[0]
const state = (r: Rng): string => r.pick(STATES)[1]
const ZIP_START = ['021', '100', '191', '275', '303', '331', '432', '482', '554', '606', '627', '701', '750', '802', '850', '900', '941', '972', '981']
const zip = (r: Rng): string => r.pick(ZIP_START) + r.digits(2)
const no = (r: Rng): string => r.number(r.int(1, 5))
const street = (r: Rng): string => `${no(r)} ${r.pick(STREETS)} ${r.pick(SUFFIXES)}`
const unit = (r: Rng): string =>
  r.pick([
    `Apt ${r.int(1, 40)}`,
    `Apt. ${r.int(1, 9)}B`,
    `Unit ${r.int(1, 300)}`,
    `#${r.int(1, 40)}`,
    `Suite ${r.int(100, 900)}`,
    `Ste ${r.int(100, 900)}`,
    `Apartment ${r.int(1, 20)}C`,
    `Rm ${r.int(1, 50)}`,
    `Lot ${r.int(1, 90)}`,
    `Fl ${r.int(1, 9)}`,
    `Bldg ${r.of('ABC', 1)}`,
  ])
const tail = (r: Rng): string => `${city(r)}, ‹${st(r)}› ${zip(r)}`
const lat = (r: Rng, d: number): string => `${r.int(25, 48)}.${r.digits(d)}`
const lon = (r: Rng, d: number): string => `${r.int(67, 124)}.${r.digits(d)}`
const dms = (r: Rng, top: number): string => `${r.int(20, top)}°${r.int(0, 59)}'${r.int(0, 59)}"`
const COUNTIES = ['Cook', 'Humboldt', 'Maricopa', 'Franklin', 'St. Clair', 'Prince George’s', 'San Mateo', 'Lancaster', 'Harris', 'DeKalb', 'Dutchess']

export const GEO: Grammar = {
  label: 'GEO',
  authority: '45 CFR 164.514(b)(2)(i)(B); USPS Publication 28; ISO 6709; UPU S42',
  labels: ['Address', 'Home address', 'Mailing Address', 'Street address', 'Residence', 'Patient address', 'Addr', 'Location', 'Lives at', 'Address 1', 'Billing Address'],
  prose: ['She lives at {} with her sister.', 'Her address is {} per the face sheet.', 'Patient resides at {} alone.', 'mail records to {} please', 'EMS was called to {} at noon.'],
  neutral: ['The letter went to {} last time.', 'They moved from {} some time ago.'],
  forms: [
    bare('street', street),
    bare('street-unit', (r) => `${street(r)}, ${unit(r)}`),
    bare('street-unit-no-comma', (r) => `${street(r)} ${unit(r)}`),
    bare('street-city-st-zip', (r) => `${street(r)}, ${tail(r)}`),
    bare('street-unit-city-st-zip', (r) => `${street(r)}, ${unit(r)}, ${tail(r)}`),
    bare('street-city-zip4', (r) => `${street(r)}, ${tail(r)}-${r.digits(4)}`),
    bare('street-city-no-commas', (r) => `${street(r)} ${tail(r).replace(',', '')}`),
    bare('street-city-state', (r) => `${street(r)}, ${city(r)}, ‹${state(r)}›`),
    bare('street-city', (r) => `${street(r)}, ${city(r)}`),
    bare('multi-line', (r) => `${street(r)}\n${tail(r)}`),
    bare('multi-line-unit', (r) => `${street(r)}\n${unit(r)}\n${tail(r)}`),
    bare('caps', (r) => `${street(r)}, ${tail(r)}`.toUpperCase()),
    bare('caps-usps', (r) =>
      `${no(r)} ${r.pick(['N', 'S', 'E', 'W', 'NE', 'SW'])} ${r.pick(STREETS)} ${r.pick(['ST', 'AVE', 'RD', 'DR', 'LN', 'CT', 'BLVD', 'CIR'])} ${unit(r)}\n${city(r)} ‹${st(r)}› ${zip(r)}`.toUpperCase(),
    ),
    bare('directional', (r) => `${no(r)} ${r.pick(['N', 'S.', 'East', 'West', 'NW', 'N.E.'])} ${r.pick(STREETS)} ${r.pick(SUFFIXES)}`),
    bare('directional-after', (r) => `${no(r)} ${r.pick(STREETS)} ${r.pick(SUFFIXES)} ${r.pick(['NW', 'SE', 'N', 'South'])}`),
    bare('numbered-street', (r) => `${no(r)} ${r.pick(['W', 'East', 'N.'])} ${r.int(4, 99)}th ${r.pick(['St', 'Street', 'Ave'])}`),
    bare('fraction', (r) => `${no(r)} 1/2 ${r.pick(STREETS)} ${r.pick(SUFFIXES)}`),
    bare('letter', (r) => `${no(r)}${r.of('ABC', 1)} ${r.pick(STREETS)} ${r.pick(SUFFIXES)}`),
    bare('queens', (r) => `${r.int(20, 99)}-${r.int(10, 60)} ${r.int(30, 99)}th ${r.pick(['Street', 'Ave', 'Road'])}`),
    bare('grid', (r) => `${r.pick(['N', 'S'])}${r.int(10, 99)}${r.pick(['W', 'E'])}${r.number(5)} ${r.pick(STREETS)} ${r.pick(['Drive', 'Rd', 'Ct'])}`),
    bare('spelled-number', (r) => `${r.pick(['One', 'Two', 'Ten', 'Forty-two'])} ${r.pick(STREETS)} ${r.pick(['Plaza', 'Square', 'Place', 'Street'])}`),
    bare('no-suffix', (r) => `${no(r)} ${r.pick(['Broadway', 'Avenue of the Pines', 'The Esplanade', 'Avenue C', 'Calle Ocho'])}`),
    bare('highway', (r) => `${no(r)} ${r.pick(['State Highway', 'Highway', 'US Hwy', 'County Road', 'State Route', 'FM', 'SR', 'CR'])} ${r.int(2, 400)}`),
    bare('rural-route', (r) => `${r.pick(['RR', 'Rural Route', 'R.R.'])} ${r.int(1, 9)} Box ${r.int(10, 400)}`),
    bare('highway-contract', (r) => `HC ${r.int(1, 90)} Box ${r.int(10, 400)}`),
    bare('po-box', (r) => `${r.pick(['PO Box', 'P.O. Box', 'P. O. Box', 'Post Office Box', 'POB'])} ${r.number(r.int(2, 5))}`),
    bare('po-box-city', (r) => `P.O. Box ${r.number(4)}, ${tail(r)}`),
    bare('military', (r) => `${r.pick(['PSC', 'Unit'])} ${r.number(4)} Box ${r.number(3)}, ${r.pick(['APO AE', 'FPO AP', 'APO AP'])} 0${r.digits(4)}`),
    bare('intersection', (r) => `${r.pick(['5th', 'Maple', 'Third', 'Lincoln'])} ‹${r.pick(['and', '&', 'at'])}› ${r.pick(['Main', 'Alder', 'Jefferson'])} ${r.pick(['Street', 'Ave', 'Streets'])}`),
    bare('puerto-rico', (r) => `‹Urb.› ${r.pick(['Las Gladiolas', 'Monte Claro', 'El Rosal'])}, ${r.int(100, 400)} Calle ${r.of('ABCD', 1)}, ${r.pick(['San Juan', 'Ponce'])}, ‹PR› 009${r.digits(2)}`),
    bare('city-st', (r) => `${city(r)}, ‹${st(r)}›`),
    bare('city-state', (r) => `${city(r)}, ‹${state(r)}›`),
    bare('city-st-zip', tail),
    bare('city-st-zip4', (r) => `${tail(r)}-${r.digits(4)}`),
    bare('city-state-zip', (r) => `${city(r)}, ‹${state(r)}› ${zip(r)}`),
    bare('st-zip', (r) => `‹${st(r)}› ${zip(r)}`),
    bare('zip4', (r) => `${zip(r)}-${r.digits(4)}`),
    field('zip', zip, ['ZIP', 'Zip code', 'Postal code', 'ZIP Code', 'zip'], ['lives in zip code {} now', 'Her ZIP is {}.']),
    field('zip9', (r) => zip(r) + r.digits(4), ['ZIP+4', 'Zip code', 'ZIP'], ['Her ZIP is {}.']),
    bare('county', (r) => `${r.pick(COUNTIES)} ‹County›`),
    bare('county-state', (r) => `${r.pick(COUNTIES)} ‹County›, ‹${st(r)}›`),
    field('city', city, ['City', 'Town', 'Hometown', 'Place of birth', 'City of residence', 'Birthplace'], ['She lives in {} with her son.', 'He was born in {} and moved.', 'Originally from {}.']),
    field('foreign-city', (r) => r.pick(FOREIGN_CITIES), ['City', 'Place of birth', 'Birthplace'], ['He was born in {} and moved.', 'recently traveled to {} by air', 'emigrated from {} as a child']),
    field('county-name', (r) => r.pick(COUNTIES), ['County', 'County of residence'], ['resident of {} County']),
    field('neighbourhood', (r) => r.pick(['Park Slope', 'Kestrel Heights', 'the Mission District', 'Old Town', 'Harbor Point']).replace(/^the /, '‹the› '), ['Neighborhood'], ['She lives in the {} neighborhood.']),
    field('census-tract', (r) => `${r.number(4)}.0${r.int(1, 9)}`, ['Census tract', 'Tract'], ['lives in census tract {} per record']),
    field('fips', (r) => r.pick(['17031', '06075', '48201', '36047']), ['FIPS', 'County FIPS', 'FIPS code']),
    field('precinct', (r) => r.number(r.int(2, 3)), ['Precinct', 'Voting precinct', 'Police precinct']),
    bare('decimal', (r) => `${lat(r, 4)}, -${lon(r, 4)}`),
    bare('decimal-tight', (r) => `${lat(r, 6)},-${lon(r, 6)}`),
    bare('decimal-NW', (r) => `${lat(r, 4)}° N, ${lon(r, 4)}° W`),
    bare('decimal-NW-tight', (r) => `${lat(r, 4)}N ${lon(r, 4)}W`),
    bare('dms', (r) => `${dms(r, 48)}N ${dms(r, 124)}W`),
    bare('dms-spaces', (r) => `${r.int(25, 48)}° ${r.int(0, 59)}' ${r.int(0, 59)}.${r.digits(1)}" N, ${r.int(67, 124)}° ${r.int(0, 59)}' ${r.int(0, 59)}.${r.digits(1)}" W`),
    bare('dms-prime', (r) => `${r.int(25, 48)}°${r.int(10, 59)}′${r.int(10, 59)}″N ${r.int(67, 124)}°${r.int(10, 59)}′${r.int(10, 59)}″W`),
    bare('iso6709', (r) => `+${lat(r, 4)}-0${r.int(67, 99)}.${r.digits(4)}/`),
    bare('geo-uri', (r) => `‹geo›:${lat(r, 5)},-${lon(r, 5)}`),
    bare('plus-code', (r) => `8${r.of('3456789C', 1)}${r.of('23456789CFGHJMPQRVWX', 6)}+${r.of('23456789CFGHJMPQRVWX', 2)}`),
    bare('what3words', (r) => `///${r.pick(['filled', 'gravel', 'window'])}.${r.pick(['count', 'spoon', 'amber'])}.${r.pick(['soap', 'tiger', 'lamp'])}`),
    field('mgrs', (r) => `${r.int(10, 19)}${r.of('STU', 1)} ${r.of('ABCDEFGH', 1)}${r.of('JKLMN', 1)} ${r.digits(5)} ${r.digits(5)}`, ['MGRS', 'Grid', 'Coordinates']),
    field('latitude', (r) => lat(r, 5), ['Latitude', 'lat', 'Lat'], ['latitude {} was logged']),
    field('longitude', (r) => `-${lon(r, 5)}`, ['Longitude', 'lon', 'lng'], ['longitude {} was logged']),
    bare('facility', (r) => r.pick(FACILITIES)),
    bare(
      'uk',
      (r) =>
        `${r.int(1, 99)} ${r.pick(['Marlow Crescent', 'Station Road', 'High Street', 'Church Lane'])}, ${r.pick(['Reading', 'Leeds', 'Norwich'])} ${r.pick(['RG', 'LS', 'NR'])}${r.int(1, 28)} ${r.int(1, 9)}${r.of('ABDEFGHJ', 2)}`,
    ),
    field('uk-postcode', (r) => `${r.pick(['SW1A', 'RG4', 'LS12', 'M1', 'EC2V', 'NR3'])} ${r.int(1, 9)}${r.of('ABDEFGHJ', 2)}`, ['Postcode', 'Post code', 'Postal code']),
    bare(
      'canada',
      (r) =>
        `${r.int(10, 999)} ${r.pick(['Rue Cartier', 'Maple Street', 'King St W'])}, ${r.pick(['Laval', 'Guelph', 'Halifax'])}, ${r.pick(['QC', 'ON', 'NS'])} ${r.of('HKLNMB', 1)}${r.int(1, 9)}${r.of('ABCEGHJKL', 1)} ${r.int(1, 9)}${r.of('ABCEGHJKL', 1)}${r.int(1, 9)}`,
    ),
    field('canada-postcode', (r) => `${r.of('HKLNMBV', 1)}${r.int(1, 9)}${r.of('ABCEGHJKL', 1)} ${r.int(1, 9)}${r.of('ABCEGHJKL', 1)}${r.int(1, 9)}`, ['Postal code', 'Postcode']),
    bare('germany', (r) => `${r.pick(['Lindenstraße', 'Hauptstr.', 'Goethestraße', 'Am Markt'])} ${r.int(1, 99)}, ${r.int(10115, 99000)} ${r.pick(['Berlin', 'Mainz', 'Düsseldorf'])}`),
    bare('france', (r) => `${r.int(1, 99)} ${r.pick(['rue des Lilas', 'avenue Foch', 'boulevard Victor Hugo'])}, ${r.int(10000, 75020)} ${r.pick(['Lyon', 'Nantes', 'Paris'])}`),
    bare('spain', (r) => `‹${r.pick(['Calle', 'C/', 'Avenida', 'Av.'])}› ${r.pick(['Mayor', 'del Olmo', 'Libertad'])} ${r.int(1, 99)}, ${r.int(10000, 48000)} ${r.pick(['Madrid', 'Sevilla'])}`),
    bare('mexico', (r) => `‹Av.› ${r.pick(['Insurgentes', 'Reforma', 'Juárez'])} ${r.int(10, 900)}, ‹Col.› ${r.pick(['Roma', 'Centro', 'Del Valle'])}, 0${r.number(4)} Ciudad de México`),
    bare('netherlands', (r) => `${r.pick(['Keizersgracht', 'Dorpsstraat', 'Kerkweg'])} ${r.int(1, 300)}, ${r.number(4)} ${r.of('ABCDEGH', 2)} ${r.pick(['Amsterdam', 'Utrecht'])}`),
    bare('australia', (r) => `${r.int(1, 300)} ${r.pick(['George', 'Wattle', 'Banksia'])} ${r.pick(['St', 'Road', 'Pde'])}, ${r.pick(['Newtown', 'Ballarat'])} ‹${r.pick(['NSW', 'VIC'])}› ${r.int(2000, 3999)}`),
    bare('india', (r) => `${r.int(1, 200)}, ${r.pick(['MG Road', '2nd Cross', 'Nehru Nagar'])}, ${r.pick(['Bengaluru', 'Pune'])} ${r.int(410, 560)} ${r.digits(3)}`),
    situ('lives-in', (r) => `She lives in «${city(r)}» with her son.`),
    situ('from', (r) => `He is originally from «${city(r)}», moved here for work.`),
    situ('from-state', (r) => `Transferred from «${city(r)}», ${state(r)} by air.`),
    situ('travel', (r) => `Recent travel to «${r.pick(FOREIGN_CITIES)}» and «${city(r)}».`),
    situ('born-in', (r) => `Born in «${r.pick(FOREIGN_CITIES)}», raised in «${city(r)}».`),
    situ('facility-at', (r) => `Was admitted to «${r.pick(FACILITIES)}» for pneumonia.`),
    situ('facility-transfer', (r) => `Transferred to «${r.pick(FACILITIES)}» yesterday.`),
    situ('hl7-xad', (r) => `PID|1||X||A^B||||||«${street(r)}»^«${unit(r)}»^«${city(r)}»^${st(r)}^«${zip(r)}»^USA||`),
    situ('fhir', (r) => `"address":[{"line":["«${street(r)}»"],"city":"«${city(r)}»","state":"${st(r)}","postalCode":"«${zip(r)}»"}]`),
    situ('ccda', (r) => `<streetAddressLine>«${street(r)}»</streetAddressLine><city>«${city(r)}»</city><postalCode>«${zip(r)}»</postalCode>`),
    situ('fields', (r) => `Address: «${street(r)}» City: «${city(r)}» State: ${st(r)} Zip: «${zip(r)}»`),
    situ('json-coordinates', (r) => `{"lat":«${lat(r, 5)}»,"lng":-«${lon(r, 5)}»}`),
    situ('geojson', (r) => `{"type":"Point","coordinates":[-«${lon(r, 5)}»,«${lat(r, 5)}»]}`),
    situ('on-street', (r) => `Hit by a car on «${r.pick(STREETS.slice(0, 8))} ${r.pick(['Street', 'Avenue', 'Road'])}».`),
    situ('near', (r) => `Found down near «${r.pick(['5th', '12th', 'Third'])} and «${r.pick(['Main', 'Alder', 'Lincoln'])}».`.replace(' and «', '» and «')),
  ],
}
