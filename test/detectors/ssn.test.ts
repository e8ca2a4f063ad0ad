import { table } from './harness'

table(
  'SSN',
  [
    ['SSN: «219-09-9999»', 'labelled, dashed'],
    ['his number is «078-05-1120».', 'dashed, valid area, no label'],
    ['ssn «219099999»', 'labelled, no separators'],
    ['"ssn":"«219-09-9999»"', 'JSON'],
  ],
  [
    ['219-09-99999', 'one digit too many'],
    ['10-219-09-9999x', 'glued to a letter'],
  ],
)
