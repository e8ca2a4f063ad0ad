import { bare, field, type Grammar, situ } from '../form'
import { DOMAINS, FAMILY, GIVEN } from '../pools'
import type { Rng } from '../prng'

const B64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const b64 = (r: Rng, n: number): string => r.of(B64, n)
const PNG = 'iVBORw0KGgoAAAANSUhEUgAA'
const JPEG = '/9j/4AAQSkZJRgABAQAAAQABAAD'
const ext = (r: Rng): string => r.pick(['jpg', 'JPG', 'jpeg', 'png', 'heic', 'HEIC', 'webp', 'tif', 'bmp', 'gif'])
const low = (r: Rng, from: readonly string[]): string => r.pick(from).toLowerCase()

export const PHOTO: Grammar = {
  label: 'PHOTO',
  authority: '45 CFR 164.514(b)(2)(i)(Q); RFC 2397 (data URIs); RFC 2083, ITU-T T.81 signatures; DCF camera file names',
  labels: ['Photo', 'Patient photo', 'Photograph', 'Image', 'Picture', 'Face photo', 'Photo file', 'Headshot', 'Full-face photo', 'Profile picture', 'Avatar', 'ID photo', 'Photo ID image', 'Attachment'],
  prose: ['The photo {} shows her face.', 'A full-face photograph, {}, is attached.', 'see picture {} in the chart', 'uploaded {} before surgery'],
  forms: [
    bare('data-png', (r) => `data:image/png;base64,${PNG}${b64(r, 120)}==`),
    bare('data-jpeg', (r) => `data:image/jpeg;base64,${JPEG}${b64(r, 300)}`),
    bare('data-long', (r) => `data:image/jpeg;base64,${JPEG}${b64(r, 6000)}=`),
    bare('data-webp', (r) => `data:image/webp;base64,UklGR${b64(r, 100)}`),
    bare('data-gif', (r) => `data:image/gif;base64,R0lGODlh${b64(r, 60)}`),
    bare('data-svg-utf8', (r) => `data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg"><path d="M${r.digits(2)} ${r.digits(2)}"/></svg>`),
    bare('data-svg-percent', (r) => `data:image/svg+xml,%3Csvg%20width%3D%22${r.digits(2)}%22%3E%3C%2Fsvg%3E`),
    bare('data-charset', (r) => `data:image/png;charset=utf-8;base64,${PNG}${b64(r, 80)}`),
    bare('data-upper', (r) => `DATA:IMAGE/PNG;BASE64,${PNG}${b64(r, 80)}`),
    bare('data-octet', (r) => `‹data:application/octet-stream;base64›,${JPEG}${b64(r, 80)}`),
    bare('base64-png', (r) => `${PNG}${b64(r, 300)}==`),
    bare('base64-jpeg', (r) => `${JPEG}${b64(r, 300)}`),
    bare('base64-escaped', (r) => `\\/9j\\/4AAQSkZJRgABAQAAAQABAAD${b64(r, 200).replace(/\//g, '\\/')}`),
    bare('camera-IMG', (r) => `IMG_${r.digits(4)}.${ext(r)}`),
    bare('camera-IMG-date', (r) => `IMG_2021${r.pick(['0304', '1127'])}_${r.digits(6)}.jpg`),
    bare('camera-DSC', (r) => `DSC${r.pick(['', '_', 'N', 'F'])}${r.digits(r.int(4, 5))}.${ext(r)}`),
    bare('camera-other', (r) => `${r.pick(['P', 'PXL_', 'DCIM_', 'GOPR', 'MVIMG_'])}${r.digits(8)}.jpg`),
    bare('whatsapp', (r) => `IMG-2021${r.pick(['0304', '1127'])}-WA${r.digits(4)}.jpg`),
    bare('whatsapp-long', (r) => `‹WhatsApp Image› 2021-03-04 ‹at› ${r.int(1, 12)}.${r.int(10, 59)}.${r.int(10, 59)}‹ PM.jpeg›`),
    bare('screenshot', (r) => `Screenshot_2021${r.pick(['0304', '1127'])}-${r.digits(6)}.png`),
    bare('patient-photo', (r) => `patient_photo_${r.digits(r.int(2, 5))}.${ext(r)}`),
    bare('face-name', (r) => `${low(r, FAMILY)}_${low(r, GIVEN)}_face.${ext(r)}`),
    bare('name', (r) => `${low(r, GIVEN)}-${low(r, FAMILY)}.${ext(r)}`),
    bare('mrn', (r) => `${r.digits(8)}_face_front.${ext(r)}`),
    bare('path', (r) => `‹/photos/›${r.digits(4)}/${low(r, FAMILY)}_${r.digits(3)}.jpg`),
    bare('windows-path', (r) => `‹D:\\scans\\faces\\›${low(r, FAMILY)}_${r.digits(3)}.png`),
    bare('uuid', (r) => `${r.hex(8)}-${r.hex(4)}-4${r.hex(3)}-a${r.hex(3)}-${r.hex(12)}.jpg`),
    bare('spaces', (r) => `${r.pick(FAMILY)} ${r.pick(GIVEN)} face ${r.int(1, 9)}.jpg`),
    field('id', (r) => `${r.pick(['PH', 'PIC', 'IMG'])}-${r.digits(5)}`, ['Photo ID', 'Photo No', 'Photograph number', 'Photo #', 'Image ID']),
    field('hash', (r) => r.hex(40), ['Photo hash', 'Photo ID', 'Image ID', 'photo_id']),
    situ('markdown', (r) => `![face](«data:image/png;base64,${PNG}${b64(r, 60)}»)`),
    situ('html', (r) => `<img alt="" src="«data:image/jpeg;base64,${JPEG}${b64(r, 80)}»">`),
    situ('css', (r) => `background:url(«data:image/png;base64,${PNG}${b64(r, 60)}»)`),
    situ('json', (r) => `{"photo":{"contentType":"image/jpeg","data":"«${JPEG}${b64(r, 120)}»"}}`),
    situ('hl7-ed', (r) => `OBX|1|ED|PHOTO||^IM^JPEG^Base64^«${JPEG}${b64(r, 120)}»||||||F`),
    situ('img-url', (r) => `<img src="«https://${r.pick(DOMAINS)}/avatars/${r.digits(5)}.jpg»">`),
    situ('mime', (r) => `Content-Type: image/jpeg; name="«IMG_${r.digits(4)}.jpg»"`),
    situ('wrapped-base64', (r) => `Content-Transfer-Encoding: base64\n\n«${JPEG}${b64(r, 48)}\n${b64(r, 76)}\n${b64(r, 76)}»`),
  ],
}
