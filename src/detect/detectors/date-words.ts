import { wordSet } from '../field'

/** Words that, directly before `3/14`, make it a date. */
export const BEFORE_DATE = wordSet(
  'on since until till dated date dates dob born seen admitted discharged visit scheduled appt appointment dos due expires expired exp effective starting started begun began ending ended resumed stopped thru labs lab visited presented returned signed collected drawn performed received ordered reported updated last next approx circa addendum addenda update adm dc rtc nv hospitalized rcvd faxed filled printed dictated precert rechecked injured verified approved obtained scanned added amended discontinued yesterday tomorrow',
)

/** Words near `3/14` that speak of dates: acts, studies and papers that carry one. */
export const DATE_TALK = wordSet(
  'on since from until till through thru dated date dates dob born seen admitted admit admission discharged discharge visit visits followup fu scheduled rescheduled appt appointment dos due before after by between starting started start began begun ending ended end stopped resumed resume onset week weekend morning afternoon evening night today yesterday tomorrow labs lab bloodwork cbc bmp cmp mri ct cxr xray ultrasound echo ekg ecg egd colonoscopy mammogram biopsy surgery procedure op transfer transferred transfused intubated extubated placed removed inserted cultures culture cx repeat note letter report call called clinic collected drawn performed received ordered reported resulted updated returned presented last next prior previous lmp edd edc',
)

/** Papers, studies, analytes and acts of care that often have their day right behind them: `EMG 3/14`, `staples out 3/14`. */
export const EVENT = wordSet(
  'entry comment print closed sent recheck appt mtg meeting conference court hearing holter emg eeg hus exam eye dexa pet psa inr hgb hct wbc plt plts crp esr tsh bnp gram culture susceptibility tdap rhogam vaccine vaccinated shot flu injection injury inj fx fracture fall fell crash accident incident staples sutures stitches out drain foley catheter picc stent scope mammography mammo pap bx path chemo infusion transfusion dialysis orif tha tka cabg avr evar cesarean consent sealants home moved changed modified postponed onset flare hospital died passed extended applied done completed course anointed baptized fax phone pickup',
)

/** Words before `4/5` that make it a grade, a ratio, a score or a reading. */
export const BEFORE_RATIO = wordSet(
  'strength motor power pain scale score scored rated rates rating murmur vision visual acuity od os ou bp pressure reflex reflexes dtr dtrs pulse pulses grade graded ratio apgar apgars gcs mmse moca phq gad nihss ecog stage dose doses cycle part page step level tablet tablets box lot series times fraction muscle grip dorsiflexion plantarflexion flexion extension bicep biceps tricep triceps quad quads quadriceps deltoid hip knee ankle wrist finger systolic diastolic holosystolic intensity severity edema pitting type phase trial round fio peep bipap cpap ipap vent settings slums epds mdq madrs ace cdt ciwa cows braden morse tinetti berg fim katz cdr gds audit dast pcl asrs meld wells centor lace sheath ilo gravida para index score rate nodes node cores',
)

/** Words after `4/5` that make it an amount or a grade. */
export const AFTER_RATIO = wordSet(
  'mg mcg g gm gms grams kg ml cc l meq iu unit units tablet tablets tab tabs pill pills cap caps capsule capsules cup cups inch inches in cm mm lb lbs pound pounds oz ounce ounces mile miles hour hours hr hrs minute minutes min mins day days week weeks wk wks month months mo year years yr yrs of strength motor power murmur murmurs systolic diastolic holosystolic sem vision lymph nodes node positive negative cores systems points point scale pain intensity severity reflexes pulses dtr dtrs times occasions bottles sets patients criteria items questions words objects recall correct ns normal saline mci fr french strengths pack packs ppd the thickness way ths dose doses reps rep x bilaterally bilateral throughout',
)

/** Units and counts after a lone number: not a day of the month. */
export const COUNTED = wordSet(
  'mg mcg g gm gms grams kg ml cc l meq iu unit units tablet tablets tab tabs pill pills cap caps capsule capsules inch inches cm mm lb lbs pound pounds oz ounces mile miles hour hours hr hrs minute minutes min mins day days week weeks wk wks month months mo mos year years yr yrs percent times x patients people beats bpm degrees puffs drops points visits sessions doses weeks old yo y cases',
)

/** Words before a month alone: `in May`, `last October`. */
export const BEFORE_MONTH = wordSet(
  'in since about approximately roughly last next until till early late mid during of from by past through thru around before after previous every each beginning end starting ending rtc recall til come',
)

/** Verbs after `may` the auxiliary. */
export const AFTER_MAY = wordSet(
  'be have not also need require cause include help well benefit result lead indicate represent reflect suggest continue take use return still or consider want contribute start try go get increase decrease occur become worsen show improve never only then proceed resume',
)
