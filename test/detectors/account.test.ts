import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { account } from '../../src/detect/detectors/account'
import { findWith, table } from './harness'

table(
  'ACCOUNT',
  [
    ['card «4111 1111 1111 1111»', 'Visa, spaced'],
    ['paid with «4111-1111-1111-1111» today', 'Visa, dashed, no label'],
    ['«4111111111111111»', 'Visa, compact, no label'],
    ['"card":"«5555555555554444»"', 'Mastercard in JSON'],
    ['{\\"pan\\":\\"«4012888888881881»\\"}', 'escaped JSON, unknown key'],
    ['card=«2223003122003222»', 'Mastercard of the 2 series'],
    ['amex «3782 822463 10005»', 'American Express, 4-6-5'],
    ['American Express «3782-822463-10005»', '4-6-5 with dashes'],
    ['«378282246310005»', 'American Express, compact'],
    ['diners «3056 930902 5904»', 'Diners, 4-6-4'],
    ['«30569309025904» was charged', 'Diners, compact'],
    ['discover «6011111111111117»', 'Discover'],
    ['jcb «3530111333300000»', 'JCB'],
    ['credit card «4111111111111112»', 'labelled, checksum fails'],
    ['card ending in «4242»', 'last four'],
    ['Visa ****«4242»', 'four stars after a network'],
    ['XXXX-XXXX-XXXX-«4242»', 'masked card'],
    ['************«4242»', 'masked, compact'],
    ['account ending in «1234»', 'account ending in'],
    ['acct ****«1234»', 'masked account'],
    ['IBAN «GB82 WEST 1234 5698 7654 32»', 'IBAN in fours'],
    ['my iban is «gb82west12345698765432»', 'IBAN in lower case'],
    ['wired to «DE89370400440532013000».', 'IBAN, no label'],
    ['iban=«FR1420041010050500013M02606»', 'letters inside'],
    ['routing number «021000021»', 'ABA'],
    ['ABA: «021000021»', 'ABA, colon'],
    ['RTN «121000358»', 'RTN'],
    ['SWIFT: «BOFAUS3N»', 'BIC of eight'],
    ['BIC code «DEUTDEFF500»', 'BIC of eleven'],
    ['Account number: «30012345»', 'account number'],
    ['ACCOUNT NO.: «30012345»', 'capitals'],
    ['Patient Account\t«30012345»', 'patient account, tab'],
    ['acct «30012345»', 'acct'],
    ['Acct #: «A-30012345»', 'acct #'],
    ['a/c «30012345»', 'a/c'],
    ['"accountNumber":"«30012345»"', 'JSON'],
    ['account_number=«30012345» status=ok', 'logfmt'],
    ['|ACCT|«30012345»|', 'pipes'],
    ['Guarantor #\n«30012345»', 'next line'],
    ['FIN: «30012345»', 'financial number'],
    ['HAR «5001234»', 'hospital account record'],
    ['claim # «2019-4471829»', 'claim'],
    ['claim number is «4471829»', 'claim number'],
    ['Invoice: «INV-20391»', 'invoice'],
    ['statement no «448812»', 'statement'],
    ['checking account «0001234567»', 'checking'],
    ['savings acct no. «1234567»', 'savings'],
    ['**Account number:** «30012345»', 'bold label'],
    ['<accountNumber>«30012345»</accountNumber>', 'XML'],
    ['account number is «three zero zero one two three four»', 'spoken'],
    ['sent to «1BoatSLRHtKNngkdXEZobR76b53LETtpyT»', 'Bitcoin, base 58'],
    ['sent to «bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq»', 'Bitcoin, bech32'],
    ['sent to «0x52908400098527886E0F7030069857D2E4169EE7»', 'Ethereum'],
    ['acct «30012345», «30012346»', 'two accounts'],
    ['«30012345»^^^HOSP^AN', 'HL7 CX of type AN'],
    ['⑆«088224769»⑆ «219566989»⑈ 3928', 'MICR line'],
    ['CLABE: «002376047922854485»', 'CLABE'],
    ['IBAN «ES60-5669-3148-7478-1201-3392»', 'IBAN with dashes'],
    ['Konto: «DE95478465276150964194»', 'IBAN with a slip of the pen'],
    ['PAN: «4015411049097444»', 'card number with a slip of the pen'],
    ['CLM*«82005873»*500***11:B:1~', 'X12 claim'],
    ['ICN: «088168»', 'internal control number'],
    ['{"cardLast4":"«4093»"}', 'camel key ending in a digit'],
    ['<accountEndingIn>«8862»</accountEndingIn>', 'XML'],
    ['btc: «1maccoggfs5qb9nak2hidfz6rhvymfyl9u»', 'wallet folded to one case'],
  ],
  [
    ['charge 4500 for the visit', 'an amount'],
    ['PAN CT 12345 on file', 'a scan'],
    ['payment 1,500,000 pending', 'an amount with commas'],
    ['pan cultures 20190304', 'a day'],
    ['card 3', 'card 3'],
    ['card # 12', 'card of a test'],
    ['cardiac 4000 ml', 'cardiac'],
    ['4111111111111112', 'Luhn fails, no label'],
    ['9111111111111111', 'no issuer'],
    ['41111111111111111111', 'twenty digits'],
    ['4111 1111 1111', 'three groups'],
    ['tracking number 4111111111111111', 'tracking number'],
    ['tracking # 9400110200881234567890', 'postal tracking'],
    ['UPC 036000291452', 'UPC'],
    ['GTIN 00844588003288', 'GTIN'],
    ['(01)00844588003288', 'UDI'],
    ['1234 5678 9012 3456 7890', 'row of figures'],
    ['1245319599', 'NPI'],
    ['call 555-123-4567', 'phone'],
    ['219-09-9999', 'SSN'],
    ['a C-section at 38 weeks', 'a C'],
    ['vitamin a, c 500000', 'a, c'],
    ['account for 3 of 5', 'verb'],
    ['accounts for 20000 deaths', 'verb'],
    ['on account of pain', 'on account of'],
    ['took into account 12', 'into account'],
    ['claims 2 drinks', 'verb'],
    ['claim: 99213', 'CPT after claim'],
    ['billing 99213', 'CPT after billing'],
    ['Bill 99214 x 2', 'CPT after bill'],
    ['statement: 3 of 5', 'statement'],
    ['invoice 2019', 'year'],
    ['account opened 01/02/2019', 'date'],
    ['Account: 2019', 'year'],
    ['FIN 12', 'too short'],
    ['swift recovery', 'swift'],
    ['SWIFT RECOVERY EXPECTED', 'swift in capitals'],
    ['aba 4', 'too short'],
    ['blood bank 4 units', 'bank'],
    ['bank of 10000', 'too short'],
    ['discover 10000 species', 'verb'],
    ['visa expires 2024', 'year'],
    ['cc 500 ml', 'cubic centimetres'],
    ['500 cc 1000 ml', 'cubic centimetres'],
    ['CC: chest pain for 3 days', 'chief complaint'],
    ['account: [ACCOUNT]', 'removed before'],
    ['acct pending', 'no value'],
    ['GB83WEST12345698765432', 'mod 97 fails, no label'],
    ['US82WEST12345698765432', 'no such IBAN country'],
    ['3b18e512dba79e4c8300dd08aeb37f8e', 'a hash'],
    ['0x1234abcd', 'short hexadecimal'],
    ['bc1', 'no address'],
    ['NDC 0093-7214-01 LOINC 2160-0 RxNorm 197361', 'codes'],
    ['xxxx 1234', 'one masked group'],
    ['checking 3 times', 'verb'],
    ['check number of 4 doses', 'verb'],
    ['harsh 3/6 murmur', 'murmur'],
    ['4 2 5', 'too short'],
    ['id 7cc3-48120e7b36fd', 'hexadecimal with a label inside'],
    ['92cc-47103bfd615e', 'hexadecimal, a label before the dash'],
    ['"serialNumber": "AC40718266"', 'a serial number'],
    ['e3d5-ad50-4127-830c-000000000050', 'a UUID that begins like an IBAN'],
    ['kTq7RwZpLm+bn/QH41Wv9C6xDf+3Gz8Rk2Ts5Vw7Yb4Nc6Mq9Jh3Lp/w8', 'base 64'],
    ['4000001000731109', 'SNOMED CT identifier'],
    ['claim,,4471829', 'another field of a CSV line'],
  ],
)

describe('ACCOUNT', () => {
  const check = (body: string): string => {
    for (let d = 0; d < 10; d++) {
      let sum = 0
      for (const [i, c] of [...`${body}${d}`].reverse().entries()) sum += i % 2 === 0 ? Number(c) : [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(c)]
      if (sum % 10 === 0) return `${body}${d}`
    }
    return body
  }
  const tail = fc.stringMatching(/^\d{13}$/)
  test('finds every Visa and Mastercard number, compact and in fours', () => {
    fc.assert(
      fc.property(fc.constantFrom('40', '49', '51', '55'), tail, fc.constantFrom('', ' ', '-', '.'), (head, rest, joint) => {
        const value = (check(head + rest).match(/\d{4}/g) as string[]).join(joint)
        const text = `charged ${value}, thanks`
        expect(findWith(account, text).map((f) => text.slice(f.start, f.end))).toEqual([value])
      }),
    )
  })
})

// Cheques; spelled numbers.
table(
  'ACCOUNT',
  [
    ['pays cash, check #«2291».', 'a cheque'],
    ['sir account number\ncaller «six six oh one dash two two nine four one»', 'spoken, on the next line'],
  ],
  [
    ['check 2291 for me', 'prose'],
    ['check #2 tomorrow', 'a list'],
  ],
)
