import { field, type Grammar, situ } from '../form'
import { FOREIGN, NANP, nanp } from './phone'

export const FAX: Grammar = {
  label: 'FAX',
  authority: 'NANPA numbering rules; ITU-T E.164, E.123',
  numbered: true,
  labels: ['Fax', 'FAX', 'Fax Number', 'Facsimile', 'F', 'Fax (referrals)', 'Office fax', 'eFax', 'Telefax', 'Secure fax'],
  prose: ['Please fax records to {}.', 'Our fax number is {}.', 'results were faxed to {} today', 'Send by fax at {}.', 'fax back the signed form: {}'],
  forms: [
    ...NANP,
    ...FOREIGN,
    situ('tel-and-fax', (r) => `Tel: «${nanp(r).join('-')}» Fax: «${nanp(r).join('-')}»`),
    situ('p-and-f', (r) => `P «${nanp(r).join('.')}» | F «${nanp(r).join('.')}»`),
    situ('number-first', (r) => `«${nanp(r).join('-')}» (fax)`),
    situ('phone-slash-fax', (r) => `Phone/Fax: «${nanp(r).join('-')}»`),
    field('masked', (r) => `‹xxx-xxx›-${r.digits(4)}`),
  ],
}
