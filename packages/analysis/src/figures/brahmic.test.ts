import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareFigures } from './compare.ts';
import { type Figure, findFigures } from './figure.ts';

/** Figures of a text as "value unit", with the hedge where there is one and "share" where it is told as one. */
const told = (language: string, text: string): string[] =>
  findFigures(text, language).map(({ low, high, value, unit, approx, share, range }) =>
    [
      range ? `${low}..${high}` : `${Number(value.toFixed(2))}`,
      unit ?? '-',
      ...(approx === 'exact' ? [] : [approx]),
      ...(share ? ['share'] : []),
    ].join(' '),
  );

const THAI: [string, ...string[]][] = [
  ['ต้อนรับนักท่องเที่ยว 1.2 ล้านคน', '1200000 person'],
  ['ต้อนรับนักท่องเที่ยว ๑.๒ ล้านคน', '1200000 person'],
  ['นักท่องเที่ยว 1,234,567 คน', '1234567 person'],
  ['มูลค่ากว่า 3 หมื่นล้านบาท', '30000000000 THB over'],
  ['วงเงิน 2 แสน 5 หมื่นด่อง', '250000 VND'],
  ['วงเงิน 5 พัน 3 ร้อยล้านดอง', '5300000000 VND'],
  ['ลงทุน 1.5 แสนล้านดอง', '150000000000 VND'],
  ['ลงทุน 2 ล้านล้านดองเวียดนาม', '2000000000000 VND'],
  ['ลงทุน 47 ล้านดอลลาร์สหรัฐ', '47000000 USD'],
  ['ลงทุน 47 ล้านเหรียญสหรัฐฯ', '47000000 USD'],
  ['สามหมื่นล้านบาท', '30000000000 THB'],
  ['สองล้านห้าแสนคน', '2500000 person'],
  ['ยี่สิบห้าคน', '25 person'],
  ['สามสิบเอ็ดครัวเรือน', '31 household'],
  ['เด็กสิบสองคน', '12 person'],
  ['รายได้ 2 ล้านครึ่ง', '2500000 -'],
  ['กว่าพันคนลงชื่อ', '1000 person over'],
  ['หลายพันคนลงชื่อ', '1000 person vague'],
  ['บ้านพังนับร้อยหลัง', '100 house vague'],
  ['500 กว่าล้านบาท', '500000000 THB over'],
  ['20 กว่าคน', '20 person over'],
  ['เกือบ 300 ครัวเรือน', '300 household nearly'],
  ['ประมาณ 300 ครัวเรือน', '300 household about'],
  ['ราว 300 ครัวเรือน', '300 household about'],
  ['มากกว่า 300 ครัวเรือน', '300 household over'],
  ['น้อยกว่า 300 ครัวเรือน', '300 household under'],
  ['ไม่น้อยกว่า 300 ครัวเรือน', '300 household atLeast'],
  ['ไม่ต่ำกว่า 300 ครัวเรือน', '300 household atLeast'],
  ['อย่างน้อย 300 ครัวเรือน', '300 household atLeast'],
  ['ไม่เกิน 300 ครัวเรือน', '300 household under'],
  ['300 ครัวเรือนขึ้นไป', '300 household atLeast'],
  ['12 คน กว่า 3 เดือน', '12 person', '91.2 month over'],
  ['ร้อยละ 7.5', '7.5 percent'],
  ['กว่าร้อยละ 7.5', '7.5 percent over'],
  ['ร้อยละ 3-5', '3..5 percent'],
  ['7.5 เปอร์เซ็นต์ และ 8%', '7.5 percent', '8 percent'],
  ['0.3 จุดเปอร์เซ็นต์', '0.3 point'],
  ['10-12 ล้านบาท', '10000000..12000000 THB'],
  ['ระหว่าง 10 ถึง 12 ล้านตัน', '10000000000..12000000000 tonne'],
  ['พื้นที่ 1,200 ไร่', '1920000 rai'],
  ['พื้นที่ 5 ตารางกิโลเมตร', '5000000 km2'],
  ['พื้นที่ 500 เฮกตาร์', '5000000 hectare'],
  ['ถนนยาว 25 กม.', '25000 km'],
  ['ข้าว 3,000 ตัน', '3000000 tonne'],
  ['โรงเรียนเสียหาย 12 แห่ง', '12 school'],
  ['ผู้เสียชีวิตแล้ว 12 ราย', '12 person'],
  ['เรือประมง 3 ลำ', '3 vessel'],
  ['รถยนต์ 12 คัน', '12 vehicle'],
  ['เครื่องบิน 3 ลำ', '3 -'],
  ['25 โครงการ มูลค่า 30 ล้านยูโร', '25 project', '30000000 EUR'],
  ['เพิ่มขึ้นสามเท่า', '3 times'],
  ['เกือบครึ่งหนึ่งของครัวเรือน', '50 percent nearly share'],
  ['หนึ่งในสามของเรือ', '33.33 percent share'],
  ['2 ใน 3 ของครัวเรือน', '66.67 percent share'],
  ['เศษสามส่วนสี่', '75 percent share'],
  ['กว่าครึ่งของพื้นที่', '50 percent over share'],
  ['ทุก 10 ครัวเรือนมี 6 ครัวเรือน', '60 percent share'],
  ['ครึ่งล้านคน', '500000 person'],
  ['อยู่ที่ 25 คน', '25 person'],
  ['คนเที่ยวไม่ถึงหกแสนห้า', '650000 - under'],
  ['อพยพพันกว่าครัวเรือน', '1000 household over'],
  ['เนื้อหมู ๒๖ ตัวอย่าง', '26 sample'],
  ['ทำลายหมูติดเชื้อ 42,310 ตัว', '42310 animal'],
  ['ดับ 2 หลังกินอาหาร', '2 -'],
];
const NO_THAI = [
  'โทร. 081-234-5678',
  'สายด่วน 1784',
  'เวลา 14.30 น.',
  'ระหว่าง 08.00-17.00 น.',
  'เวลาบ่าย 3 โมง',
  'ปี 2569 ปี พ.ศ. 2569 และ ค.ศ. 2026',
  'วันที่ 12 พฤศจิกายน 2569 และ 12 พ.ย. 69',
  'มาตรา 44 ทางหลวงหมายเลข 1 ข้อ 3',
  'ครั้งที่ 5 และลำดับที่ 3',
  'โควิด-19 โควิด 19 ไทยแลนด์ 4.0',
  'สามารถเรียบร้อยหลังจากนั้น',
  'ความสัมพันธ์คนไทย เก้าอี้ตัว',
  'รถมือสองคันนั้น',
  'สองสามคน',
  'หนึ่งในห้าจังหวัด',
];

const KHMER: [string, ...string[]][] = [
  ['ទទួលភ្ញៀវ 1.2 លាននាក់', '1200000 person'],
  ['ទទួលភ្ញៀវ ១,២ លាន​នាក់', '1200000 person'],
  ['ភ្ញៀវទេសចរ ១.២៣៤.៥៦៧ នាក់', '1234567 person'],
  ['មាន 1,200នាក់', '1200 person'],
  ['មាន ១២ ៥០០ នាក់', '12500 person'],
  ['ជាង ៣ ម៉ឺនលានដុង', '30000000000 VND over'],
  ['ជិត ២០ម៉ឺននាក់', '200000 person nearly'],
  ['៥ សែនរៀល', '500000 KHR'],
  ['៣ ពាន់លានដុង', '3000000000 VND'],
  ['២ ប៊ីលានដុល្លារ', '2000000000 USD'],
  ['៤៧លានដុល្លារអាមេរិក', '47000000 USD'],
  ['៥០០ ជាងលានដុល្លារ', '500000000 USD over'],
  ['ពីរម៉ឺនប្រាំពាន់គ្រួសារ', '25000 household'],
  ['ម្ភៃប្រាំនាក់', '25 person'],
  ['ដប់ពីរនាក់', '12 person'],
  ['សាមសិបមួយគ្រួសារ', '31 household'],
  ['ប្រាំបួននាក់', '9 person'],
  ['មួយរយពាន់នាក់', '100000 person'],
  ['ដប់ពាន់តោន', '10000000 tonne'],
  ['ជាងពាន់នាក់', '1000 person over'],
  ['រាប់ពាន់នាក់', '1000 person vague'],
  ['រាប់រយនាក់', '100 person vague'],
  ['២ លានកន្លះ', '2500000 -'],
  ['ប្រហែល ៣០០ គ្រួសារ', '300 household about'],
  ['ប្រមាណ ៣០០ គ្រួសារ', '300 household about'],
  ['លើសពី ៣០០ គ្រួសារ', '300 household over'],
  ['យ៉ាងតិច ៣០០ គ្រួសារ', '300 household atLeast'],
  ['មិនតិចជាង ៣០០ គ្រួសារ', '300 household atLeast'],
  ['តិចជាង ៣០០ គ្រួសារ', '300 household under'],
  ['មិនដល់ ៣០០ គ្រួសារ', '300 household under'],
  ['មិនលើសពី ៣០០ គ្រួសារ', '300 household under'],
  ['៣០០ គ្រួសារឡើងទៅ', '300 household atLeast'],
  ['កើនឡើង ៧,៥ ភាគរយ', '7.5 percent'],
  ['ជាង ៧.៥%', '7.5 percent over'],
  ['៣-៥ ភាគរយ', '3..5 percent'],
  ['ពី ១០ ដល់ ១២ លានតោន', '10000000000..12000000000 tonne'],
  ['ផ្ទៃដី ៥០០ ហិកតា', '5000000 hectare'],
  ['ផ្ទៃដី ៥ គីឡូម៉ែត្រការ៉េ', '5000000 km2'],
  ['ផ្លូវប្រវែង ២៥ គីឡូម៉ែត្រ', '25000 km'],
  ['ស្រូវ ៣.០០០ តោន', '3000000 tonne'],
  ['សាលារៀន ១២ កន្លែង', '12 school'],
  ['ទូកនេសាទ ៣ គ្រឿង', '3 vessel'],
  ['រថយន្ត ១២ គ្រឿង', '12 vehicle'],
  ['ក្រុមហ៊ុន ១២', '12 enterprise'],
  ['២៥ គម្រោង', '25 project'],
  ['កើនបីដង', '3 times'],
  ['មួយភាគបីនៃទូក', '33.33 percent share'],
  ['ពីរភាគបីនៃគ្រួសារ', '66.67 percent share'],
  ['១/៣ នៃទូក', '33.33 percent share'],
  ['ជាងពាក់កណ្តាល', '50 percent over share'],
  ['ពាក់កណ្ដាលនៃគ្រួសារ', '50 percent share'],
  ['ជិតពាក់កណ្តាល', '50 percent nearly share'],
  ['១២ថ្ងៃ', '12 day'],
  ['៤៨ម៉ោង ១៥នាក់', '2 hour', '15 person'],
  ['$5 លាន', '5000000 USD'],
  ['២០ បាត', '20 THB'],
  ['៣០ អង្សាសេ', '30 celsius'],
  ['ក្នុងចំណោមគ្រួសារខ្មែរដប់នៅខេត្តវិញឡុង មានមួយគ្រួសារ', '10 percent share'],
  ['រោងចក្រពីរបានបិទ', '2 enterprise'],
];
const NO_KHMER = [
  'ទូរស័ព្ទ ០១២ ៣៤៥ ៦៧៨',
  'នៅម៉ោង ១៤:៣០',
  'ម៉ោង ៨ និង ៣០ នាទី',
  'ថ្ងៃទី១២ ខែវិច្ឆិកា ឆ្នាំ២០២៦',
  'ឆ្នាំ២០២៦ ព.ស. ២៥៧០',
  'មាត្រា ១២ លេខ ៤៤ ផ្លូវជាតិលេខ ៥',
  'លើកទី ៥ ជាន់ទី៣ ទីបី',
  'កូវីដ-១៩ កូវីដ ១៩',
  'ពាក់កណ្តាលឆ្នាំ ពាក់កណ្តាលខែ ពាក់កណ្តាលអធ្រាត្រ',
  'ពីរបីនាក់',
  'មួយចំនួននាក់',
];

const LAO: [string, ...string[]][] = [
  ['ຕ້ອນຮັບນັກທ່ອງທ່ຽວ 1,2 ລ້ານຄົນ', '1200000 person'],
  ['ຕ້ອນຮັບນັກທ່ອງທ່ຽວ ໑,໒ ລ້ານຄົນ', '1200000 person'],
  ['ນັກທ່ອງທ່ຽວ 1.234.567 ຄົນ', '1234567 person'],
  ['ມີ 1,200 ຄົນ', '1200 person'],
  ['ມີ 1.200 ຄົນ', '1200 person'],
  ['ກວ່າ 3 ໝື່ນລ້ານກີບ', '30000000000 LAK over'],
  ['3 ຫມື່ນລ້ານກີບ', '30000000000 LAK'],
  ['2 ຕື້ 500 ລ້ານກີບ', '2500000000 LAK'],
  ['3 ພັນຕື້ດົງ', '3000000000000 VND'],
  ['3 ແສນ 5 ໝື່ນດົງ', '350000 VND'],
  ['47 ລ້ານໂດລາສະຫະລັດ', '47000000 USD'],
  ['500 ກວ່າລ້ານກີບ', '500000000 LAK over'],
  ['20 ກວ່າຄົນ', '20 person over'],
  ['20 ປາຍຄົນ', '20 person over'],
  ['ຊາວຫ້າຄົນ', '25 person'],
  ['ສິບສອງຄົນ', '12 person'],
  ['ສາມສິບພັນຄົນ', '30000 person'],
  ['ສອງລ້ານຫ້າແສນຄົນ', '2500000 person'],
  ['ຫຼາຍພັນຄົນ', '1000 person vague'],
  ['ຫລາຍຮ້ອຍຄົນ', '100 person vague'],
  ['ກວ່າພັນຄົນ', '1000 person over'],
  ['2 ລ້ານເຄິ່ງ', '2500000 -'],
  ['ເກືອບ 300 ຄອບຄົວ', '300 household nearly'],
  ['ປະມານ 300 ຄອບຄົວ', '300 household about'],
  ['ຫຼາຍກວ່າ 300 ຄອບຄົວ', '300 household over'],
  ['ໜ້ອຍກວ່າ 300 ຄອບຄົວ', '300 household under'],
  ['ຫນ້ອຍກວ່າ 300 ຄອບຄົວ', '300 household under'],
  ['ຢ່າງໜ້ອຍ 300 ຄອບຄົວ', '300 household atLeast'],
  ['ບໍ່ຕໍ່າກວ່າ 300 ຄອບຄົວ', '300 household atLeast'],
  ['ບໍ່ຮອດ 300 ຄອບຄົວ', '300 household under'],
  ['ບໍ່ເກີນ 300 ຄອບຄົວ', '300 household under'],
  ['300 ຄອບຄົວຂຶ້ນໄປ', '300 household atLeast'],
  ['ຮ້ອຍລະ 25', '25 percent'],
  ['25 ເປີເຊັນ', '25 percent'],
  ['ເພີ່ມຂຶ້ນ 7,5%', '7.5 percent'],
  ['3-5 ເປີເຊັນ', '3..5 percent'],
  ['ແຕ່ 10 ຫາ 12 ລ້ານໂຕນ', '10000000000..12000000000 tonne'],
  ['ເນື້ອທີ່ 500 ເຮັກຕາ', '5000000 hectare'],
  ['ເນື້ອທີ່ 5 ຕາລາງກິໂລແມັດ', '5000000 km2'],
  ['ຍາວ 25 ກິໂລແມັດ', '25000 km'],
  ['ເຂົ້າ 3.000 ໂຕນ', '3000000 tonne'],
  ['ໂຮງຮຽນເສຍຫາຍ 12 ແຫ່ງ', '12 school'],
  ['ຜູ້ເສຍຊີວິດແລ້ວ 12 ລາຍ', '12 person'],
  ['ເຮືອ 3 ລຳ', '3 vessel'],
  ['ເຮືອ 3 ລໍາ', '3 vessel'],
  ['ເຮືອນ 25 ຫຼັງ', '25 house'],
  ['ລົດ 12 ຄັນ', '12 vehicle'],
  ['25 ໂຄງການ', '25 project'],
  ['ເພີ່ມຂຶ້ນສາມເທົ່າ', '3 times'],
  ['ເກືອບເຄິ່ງໜຶ່ງຂອງຄອບຄົວ', '50 percent nearly share'],
  ['ໜຶ່ງສ່ວນສາມຂອງເຮືອ', '33.33 percent share'],
  ['ສອງສ່ວນສາມ', '66.67 percent share'],
  ['1 ໃນ 3 ຂອງເຮືອ', '33.33 percent share'],
  ['ກວ່າເຄິ່ງ', '50 percent over share'],
  ['ຊາວບ້ານ 300 ຄົນ', '300 person'],
  ['ຢູ່ທີ່ 25 ຄົນ', '25 person'],
  ['20 ບາດ', '20 THB'],
  ['ນັກທ່ອງທ່ຽວໄທ 68.000 ເທື່ອຄົນ', '68000 person'],
];
const NO_LAO = [
  'ໂທ 020 5555 1234',
  'ສາຍດ່ວນ 1191',
  'ເວລາ 14:30 ໂມງ',
  'ແຕ່ 8:00-17:00 ໂມງ',
  'ວັນທີ 12 ພະຈິກ 2026',
  'ປີ 2026 ພ.ສ. 2569',
  'ມາດຕາ 44 ເລກທີ 12 ທາງເລກ 13',
  'ຄັ້ງທີ 5 ຄັ້ງທີ່ 3 ທີສອງ',
  'ໂຄວິດ-19 ໂຄວິດ 19',
  'ສາມາດ ຊາວບ້ານ ຮຽບຮ້ອຍຫຼັງຈາກນັ້ນ',
  'ການພົວພັນຄົນລາວ',
  'ສອງສາມຄົນ',
];

describe.each([
  ['th', THAI, NO_THAI],
  ['km', KHMER, NO_KHMER],
  ['lo', LAO, NO_LAO],
] as const)('findFigures in %s', (language, cases, none) => {
  it.each(cases.map(([text, ...figures]) => [text, figures] as const))('%s', (text, figures) => {
    expect(told(language, text)).toEqual(figures);
  });

  it.each(none)('finds no figure in "%s"', (text) => {
    expect(told(language, text)).toEqual([]);
  });

  it('cuts its quotes out of the text as it was typed', () => {
    for (const [text] of cases) {
      for (const { start, end, quote } of findFigures(text, language)) expect(text.slice(start, end)).toBe(quote);
    }
  });
});

const first = (language: string, text: string): Figure => {
  const [figure] = findFigures(text, language);
  if (figure === undefined) throw new Error(`no figure in "${text}"`);
  return figure;
};

describe('compareFigures', () => {
  it.each([
    ['th', '1.2 ล้านคน', 'agrees'],
    ['km', '1.2 លាននាក់', 'agrees'],
    ['lo', '1,2 ລ້ານຄົນ', 'agrees'],
    ['th', 'กว่า 2 ล้านคน', 'differs'],
    ['km', '២,១ លាននាក់', 'differs'],
    ['lo', '2 ລ້ານກວ່າຄົນ', 'differs'],
    ['th', 'หลายพันคน', 'differs'],
  ])('%s "%s" against "1,2 triệu lượt khách": %s', (language, text, expected) => {
    expect(compareFigures(first(language, text), first('vi', '1,2 triệu lượt khách'))).toBe(expected);
  });
});

describe('figures in units of the country', () => {
  it.each([
    ['th', '8,025 ไร่', '1.284 ha', 'agrees'],
    ['th', 'กว่า 40,000 เฮกตาร์', '18.640 ha', 'differs'],
    ['lo', 'ບໍ່ຮອດສາມພັນເຮັກຕາ', '18.640 ha', 'differs'],
    ['km', '៣,២៧ ពាន់លានដុល្លារ', '3,27 tỷ USD', 'agrees'],
    ['th', '3,270 ล้านดอลลาร์', '3,27 tỷ USD', 'agrees'],
    ['lo', '1,9 ພັນລ້ານໂດລາ', '3,27 tỷ USD', 'differs'],
    ['th', '1.5 พันล้านบาท', '1.200 tỷ đồng', 'agrees'],
    ['km', '១០០ ពាន់លានរៀល', '5.000 tỷ đồng', 'differs'],
  ])('%s "%s" against "%s": %s', (language, text, official, expected) => {
    expect(compareFigures(first(language, text), first('vi', official))).toBe(expected);
  });
});

const digitsIn = (zero: number) => (text: string) =>
  text.replaceAll(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)));
const WRITTEN: readonly [string, number, string, readonly (readonly [number, string])[]][] = [
  [
    'th',
    0x0e50,
    '.',
    [
      [1e6, 'ล้าน'],
      [1e5, 'แสน'],
      [1e4, 'หมื่น'],
      [1e3, 'พัน'],
    ],
  ],
  [
    'km',
    0x17e0,
    ',',
    [
      [1e6, 'លាន'],
      [1e5, 'សែន'],
      [1e4, 'ម៉ឺន'],
      [1e3, 'ពាន់'],
    ],
  ],
  [
    'lo',
    0x0ed0,
    ',',
    [
      [1e9, 'ຕື້'],
      [1e6, 'ລ້ານ'],
      [1e5, 'ແສນ'],
      [1e4, 'ໝື່ນ'],
      [1e3, 'ພັນ'],
    ],
  ],
];

describe.each(WRITTEN)('a value as %s writes it', (language, zero, mark, scales) => {
  it('reads back equal', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.constantFrom(...scales),
        fc.boolean(),
        fc.boolean(),
        (tenths, [factor, scale], native, spaced) => {
          const digits = `${Math.floor(tenths / 10)}${mark}${tenths % 10}`;
          const written = `${native ? digitsIn(zero)(digits) : digits}${spaced ? ' ' : ''}${scale}`;
          expect(first(language, written).value).toBeCloseTo((tenths / 10) * factor, 3);
        },
      ),
    );
  });

  it('reads back equal by its places', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: scales.length, maxLength: scales.length }),
        (places) => {
          const written = scales.flatMap(([, scale], index) => (places[index] ? [`${places[index]} ${scale}`] : []));
          const value = scales.reduce((sum, [factor], index) => sum + factor * (places[index] ?? 0), 0);
          fc.pre(value > 0);
          expect(first(language, written.join(' ')).value).toBe(value);
        },
      ),
    );
  });
});
