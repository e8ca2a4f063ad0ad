// Invented people and places: given and family names of many origins, combined at random.
import type { Rng } from './prng'

export const GIVEN =
  'Maria James Aisha Robert Linda Wei Carlos Fatima Dmitri Keiko Amara Patrick Ingrid Samuel Priya Thomas Deborah Luis Nadia Kevin Yolanda Hector Miriam Oscar Beatrice Jamal Sofia Walter Agnes Rashid Colleen Ivan Tamika Gloria Marcus Helen Pedro Stella Arjun Bridget'.split(
    ' ',
  )
export const FAMILY =
  'Gonzalez Smith Okafor Nguyen Patel Kowalski Johansson Tanaka Murphy Rossi Haddad Petrov Silva Johnson Abebe Andersen Castillo Fischer Ibrahim Kaur Larsen Mbeki Novak Ortiz Park Ramirez Schneider Thompson Ueda Vasquez Weaver Yamamoto Zhang Hernandez Walsh Kimura Delgado Brennan Osei Lindqvist'.split(
    ' ',
  )
export const HYPHENATED = 'Gonzalez-Ruiz Smith-Okafor Castillo-Vega Harper-Lane Nguyen-Tran Weber-Braun Adeyemi-Cole Ferrari-Conti'.split(' ')
export const APOSTROPHE = ["O'Brien", "D'Angelo", "O'Connor", "N'Diaye", "O'Shaughnessy", "D'Souza", 'O’Malley', 'D’Arcy']
export const PARTICLE = [
  'van der Berg',
  'de la Cruz',
  'von Hagen',
  'de Souza',
  'van Houten',
  'del Rio',
  'bin Saleh',
  'al-Masri',
  'ter Haar',
  'di Pietro',
  'Van Dyke',
  'De Luca',
  'St. John',
  'El-Amin',
  'da Costa',
  'le Goff',
]
export const WORLD = [
  'Nguyễn Thị Hương',
  'Kim Ji-hoon',
  'Li Xiaoming',
  'Oluwaseun Adebayo',
  'Chukwuemeka Eze',
  'Siddharth Venkataraman',
  'Anna Kowalczyk-Zielińska',
  'Jón Þórsson',
  'Dimitrios Papadopoulos',
  'Kealoha Kahananui',
  'Abdul Rahman al-Farsi',
  'María José Núñez Ibáñez',
  'Ngozi Okonjo',
  'Bolormaa Ganbold',
  'Thandiwe Dlamini',
  'Svetlana Kuznetsova',
  'Yusuf Demir',
  'Zsófia Szabó',
  'Łukasz Wójcik',
  'Björn Åkesson',
  'Siobhán Ní Bhriain',
  'Tran Van Minh',
  'Pham Thi Lan',
  'Mohammed Yousef Khalil',
  'Gurpreet Singh Dhillon',
  'François Lefèvre',
  'Inês Gonçalves',
  'Tāne Mahuta Ropata',
  'Xochitl Mendoza',
  'DeShawn Whitfield',
  'Mackenzie McAllister',
  'LaTonya Fairweather',
  'Nasrin Hosseini',
  'Rajeshwari Iyer',
]
export const SCRIPTS = ['李小明', '王丽华', 'Мария Иванова', 'Дмитрий Соколов', 'محمد العلي', '김지훈', '山田太郎', 'Ελένη Παππά', 'שרה כהן', 'प्रिया शर्मा']
export const CITIES = [
  'Springfield',
  'Tulsa',
  'Dayton',
  'Fresno',
  'Chattanooga',
  'Bakersfield',
  'Des Moines',
  'Santa Rosa',
  'Boise',
  'Worcester',
  'Little Rock',
  'Albuquerque',
  'St. Louis',
  'Fort Wayne',
  'Baton Rouge',
  'Spokane',
  'Duluth',
  'Amarillo',
  'Coeur d’Alene',
  'Winston-Salem',
  'Grand Rapids',
  'Sioux Falls',
  'Boston',
  'El Paso',
]
export const STATES: ReadonlyArray<readonly [string, string]> = [
  ['IL', 'Illinois'],
  ['OK', 'Oklahoma'],
  ['OH', 'Ohio'],
  ['CA', 'California'],
  ['TN', 'Tennessee'],
  ['IA', 'Iowa'],
  ['ID', 'Idaho'],
  ['MA', 'Massachusetts'],
  ['AR', 'Arkansas'],
  ['NM', 'New Mexico'],
  ['MO', 'Missouri'],
  ['IN', 'Indiana'],
  ['LA', 'Louisiana'],
  ['WA', 'Washington'],
  ['MN', 'Minnesota'],
  ['TX', 'Texas'],
  ['NC', 'North Carolina'],
  ['MI', 'Michigan'],
  ['SD', 'South Dakota'],
  ['ME', 'Maine'],
  ['OR', 'Oregon'],
  ['NY', 'New York'],
]
export const FOREIGN_CITIES = ['Lagos', 'Guadalajara', 'Manila', 'Toronto', 'Lyon', 'Kraków', 'Hanoi', 'Mumbai', 'São Paulo', 'Leeds', 'Addis Ababa', 'Tegucigalpa', 'Kyiv', 'Osaka', 'Nairobi', 'Düsseldorf']
export const STREETS = [
  'Alder',
  'Birchwood',
  'Kestrel',
  'Maple',
  'Old Mill',
  'Cedar Ridge',
  'Lincoln',
  'Sycamore',
  'Harbor View',
  'Prospect',
  'Willow Creek',
  'Jefferson',
  'Fox Hollow',
  'Martin Luther King Jr',
  'Oak',
  'Pine',
  'El Camino',
  'Quail Run',
  '14th',
  '82nd',
  'Third',
  'Main',
]
export const SUFFIXES = [
  'Street',
  'St',
  'St.',
  'Avenue',
  'Ave',
  'Ave.',
  'Road',
  'Rd',
  'Rd.',
  'Drive',
  'Dr',
  'Dr.',
  'Lane',
  'Ln',
  'Court',
  'Ct',
  'Blvd',
  'Boulevard',
  'Way',
  'Place',
  'Terrace',
  'Circle',
  'Cir',
  'Parkway',
  'Pkwy',
  'Trail',
  'Loop',
  'Highway',
  'Square',
  'Alley',
]
export const COMPANIES = [
  'Kestrel Dairy',
  'Northfield Steel Works',
  'Halcyon Freight LLC',
  'Brightwater Logistics, Inc.',
  'Okoye & Sons Plumbing',
  'Tamarack Credit Union',
  'Pinebrook Software Corp.',
  'Ferris Roofing Co.',
  'Lakeshore Unified School District',
  'Whitcomb Elementary School',
  'the Bluestone Diner',
  'Harrow Street Bakery',
  'Meridian Airlines',
  'Vantage Motors',
]
export const FACILITIES = [
  'Mercy General Hospital',
  'St. Agnes Medical Center',
  'Riverside Nursing Home',
  'Lakeview Family Clinic',
  'Northgate Dialysis Center',
  "Children's Hospital of Ashford",
  'Cedar Hills Rehabilitation Center',
  'Holy Name Hospital',
  'Pinecrest Assisted Living',
  'Harborview Urgent Care',
  'University of Eastfield Medical Center',
  'Silver Birch Hospice',
  'Greenfield VA Medical Center',
  'Our Lady of Grace Church',
  'Jefferson High School',
]
export const DOMAINS = [
  'example.org',
  'mail.example.com',
  'kestrel-dairy.com',
  'northfield.health',
  'lakeview-clinic.net',
  'students.eastfield.edu',
  'halcyon.co.uk',
  'brightwater.io',
  'va.example.gov',
  'correo.example.mx',
]

export const given = (r: Rng): string => r.pick(GIVEN)
export const family = (r: Rng): string => (r.chance(0.15) ? r.pick(r.pick([HYPHENATED, APOSTROPHE, PARTICLE])) : r.pick(FAMILY))
export const fullName = (r: Rng): string => `${given(r)} ${family(r)}`
export const word = (r: Rng): string => r.pick(['amber', 'river', 'cobalt', 'maple', 'quiet', 'north', 'violet', 'stone', 'harbor', 'linden'])

const ONES = 'zero one two three four five six seven eight nine'.split(' ')
/** Digits as they are dictated. */
export const spoken = (digits: string, groups: readonly number[] = [digits.length]): string => {
  const words: string[] = []
  let at = 0
  for (const g of groups) {
    words.push([...digits.slice(at, at + g)].map((d) => ONES[Number(d)]).join(' '))
    at += g
  }
  return words.join(', ')
}
