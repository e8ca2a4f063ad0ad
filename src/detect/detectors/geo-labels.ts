import { phrases } from './geo-names'

/** "mail the records to", "faxed it to": verbs of sending and what is sent. */
const SENDING = ['mail', 'send', 'forward', 'ship', 'return', 'mailed', 'sent', 'forwarded', 'shipped', 'returned'].flatMap((verb) =>
  ['', 'it ', 'them ', 'records ', 'the records ', 'letter ', 'the letter ', 'results ', 'bill ', 'the bill ', 'statement ', 'package '].map((what) => `${verb} ${what}to`),
)

export const ADDRESS_LABELS = [
  ...SENDING,
  ...phrases(`
  address, addr, home address, street address, mailing address, residential address, billing address, shipping address, permanent address, current address, work address, patient address, street,
  street name, residence, domicile, street address line, address line, address line 1, address line 2, address 1, address 2, addr 1, addr 2, line, line 1, line 2, address to, address is, address at, lives at,
  live at, lived at, living at, resides at, reside at, residing at, resided at, located at, stays at, staying at, office is at, home is at, house at, home at, apartment at, property at, moved to,
  called to, responded to, dispatched to, deliver to, office at, location, home location, patient location, discharge to, arrived at`),
]
export const CITY_LABELS = phrases(`
  city, town, village, suburb, municipality, locality, hometown, home town, birthplace, birth place, place of birth, city of birth, birth city, birth town, town of birth, country and city of birth, home county, city town, city name, home city, patient city,
  neighborhood, neighbourhood, county, county of residence, county name, city of residence, place of residence, place of death, community, parish, borough, city state zip, city state, city st zip,
  city state zip code`)
export const ZIP_LABELS = phrases(`
  zip, zip code, zip plus four, post zip code, zipcode, zips, zip 4, postal code, postcode, post code, postal, zip plus 4, zip postal code, plz, pin code, pincode`)
export const FACILITY_LABELS = phrases(`
  facility, facility name, hospital, hospital name, clinic, clinic name, school, school name, pharmacy, preferred pharmacy, pharmacy name, institution, practice name, church, nursing home,
  service location, location name, performing facility, sending facility, receiving facility, referring facility, admitting hospital, site name`)
export const TRACT_LABELS = phrases(`
  census tract, tract, census block, census block group, fips, fips code, county fips, county code, geoid, fips county, county fips code, precinct, voting precinct, police precinct, school district number, electoral district`)
