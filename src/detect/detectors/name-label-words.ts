import type { Subtype } from '../../labels'
import { wordSet } from '../field'

/** Labels whose value is a name and nothing else. */
export const NAMES: readonly (readonly [Subtype | undefined, string])[] = [
  [
    'patient',
    'patient name,patients name,patient s name,name of patient,name of the patient,pt name,patient full name,patient legal name,patient first name,patient last name,patient middle name,resident name,client name,member name,subscriber name,insured name,insured s name,beneficiary name,child name,child s name,donor name,recipient name,participant name,decedent name',
  ],
  [
    undefined,
    'first name,last name,middle name,full name,maiden name,family name,given name,surname,legal name,preferred name,birth name,former name,previous name,alias,aliases,aka,a k a,nickname,fname,lname,mname,contact person,contact name,person name,account holder,account holder name,cardholder,cardholder name,name on account,name on card,formerly known as,also known as,f k a,fka,legal last name,legal first name,responsible party,responsible party name,customer name,applicant name,recipient name,policyholder,policy holder,policyholder name,employee name,staff name,visitor name,claimant name,student name,signer,signatory,printed name,print name,interpreter name,witness name,caller name,attendee,attendees',
  ],
  [
    'relative',
    'mother s name,mothers name,mother name,father s name,fathers name,father name,mother s maiden name,mothers maiden name,mother maiden name,spouse name,spouse s name,parent name,parent s name,guardian name,guardian s name,legal guardian name,next of kin,next of kin name,nok,nok name,emergency contact,emergency contact name,emergency contacts,guarantor name,guarantor s name,kin name,relative name,caregiver name,partner name,husband s name,wife s name,son s name,daughter s name',
  ],
  [
    'clinician',
    'attending physician,attending provider,attending name,attending md,attending doctor,primary care physician,primary care provider,primary physician,primary surgeon,referring physician,referring provider,referring doctor,referring md,ordering physician,ordering provider,ordering md,consulting physician,consulting provider,admitting physician,admitting provider,family physician,family doctor,supervising physician,rendering provider,performing physician,performing provider,interpreting physician,provider name,physician name,doctor name,doctor s name,surgeon name,nurse name,clinician name,therapist name,practitioner name,co surgeon,assistant surgeon,surgical assistant,first assistant,second assistant,operating surgeon,case manager,social worker,care coordinator,charge nurse,primary nurse,discharging physician,responsible physician,reporting radiologist',
  ],
]
/** Labels that stand before other things too. */
export const WORDS: readonly (readonly [Subtype | undefined, string])[] = [
  ['patient', 'patient,pt,pt s,patients,client,resident,subscriber,insured,member,beneficiary,enrollee,policy owner,donor,recipient,decedent,child,infant,baby,veteran,subject name'],
  [undefined, 'name,names,employee,staff member,claimant,caller,visitor,student,re,attn,attention,regarding,contact,person,user,author,customer,sender,signed,signature,signature of,witness,interpreter,cc'],
  [
    'relative',
    'mother,father,sibling,fiance,fiancee,companion,mom,dad,spouse,wife,husband,son,daughter,brother,sister,guardian,legal guardian,parent,parents,guarantor,partner,aunt,uncle,grandmother,grandfather,caregiver,informant,proxy,healthcare proxy,health care proxy,poa,power of attorney,s o,d o,w o,c o,h o',
  ],
  [
    'clinician',
    'attending,pcp,referring,referred by,provider,providers,physician,doctor,surgeon,surgeons,assistant,assistants,anesthesiologist,anaesthetist,anesthetist,crna,consultant,resident physician,nurse,rn,radiologist,pathologist,cardiologist,therapist,psychiatrist,pediatrician,hospitalist,dictator,dictating,scribe,transcriptionist,technologist,technician,midwife,fellow,intern,md,ordered by,reported by,read by,interpreted by,requested by,author name,preceptor,dentist,pharmacist,oncologist,neurologist',
  ],
]
/** Labels that need no mark: what follows is a name. */
export const SIGNED =
  'electronically signed by,digitally signed by,e signed by,signed by,dictated by,transcribed by,authenticated by,approved by,verified by,reviewed by,cosigned by,co signed by,attested by,entered by,prepared by,written by,authored by,performed by,documented by,recorded by,finalized by,completed by,witnessed by,scribed by,typed by,edited by,electronically signed,dictated but not read by'

/** The label says name, so that a lone common word is one too: `Last name: Weeks`. */
export const NAME_WORD = wordSet('name fname lname mname surname firstname lastname middlename fullname')
/** What stands in a field that is empty. */
export const NOBODY = wordSet('none unknown unavailable pending declined refused same null undefined withheld redacted required anonymous see given blank missing string text value true false')
/** `drug name`, `name of medication`: the name of a thing. */
export const THING = wordSet(
  'file drug brand user trade generic product host domain class service method function variable field table column test study trial plan company business facility hospital clinic pharmacy school street city medication medicine device model machine app application package module tool server queue event job task project team group role species gene protein branch key tag metric span db database bucket index template screen page form report display login log logger thread process container image pod node cluster region account unit ward department room scientific common chemical procedure program course',
)
/** Labels that also open a turn of a dialogue, where a lone word is an answer. */
export const SPEAKER = wordSet('patient doctor nurse physician mother father mom dad wife husband son daughter client parent caregiver provider therapist clinician')
