// Changes of `src/profile/example/song-xanh.yaml`, each with every fault that it brings in.
const NO_CLAUSE = 'không có trong cây điều khoản; sửa dẫn chiếu hoặc bổ sung tree';
const noAgency = (id: string): string => `không có cơ quan "${id}"; thêm vào agencies hoặc sửa mã`;

/** What is broken, how, and each fault: where it must be shown (a passage of the broken text) and what it must say. */
type Fault = readonly [name: string, from: string, to: string, ...found: (readonly [at: string, says: string])[]];

export const UNKNOWN_AGENCIES: readonly Fault[] = [
  [
    'contact',
    'contact: { agency: so-song-nuoc',
    'contact: { agency: so-la',
    ['contact:', `contact.agency: ${noAgency('so-la')}`],
  ],
  [
    'lead of a sector, and beside it',
    'agency: so-song-nuoc, basis: law',
    'agency: so-la, with: [ubnd-tinh, so-le], basis: law',
    ['  - { sector: tourism', `sectors[0].agency: ${noAgency('so-la')}`],
    ['  - { sector: tourism', `sectors[0].with[1]: ${noAgency('so-le')}`],
  ],
  [
    'builder of the dossier',
    'dossier: { agency: lead',
    'dossier: { agency: so-la',
    ['dossier:', `routing.dossier.agency: ${noAgency('so-la')}`],
  ],
  [
    'lead by origin',
    '  coordination:',
    '  leadByOrigin: [{ origin: foreign, agency: so-la, clauses: [Đ1], summary: Báo nước ngoài. }]\n  coordination:',
    ['leadByOrigin:', `routing.leadByOrigin[0].agency: ${noAgency('so-la')}`],
  ],
  [
    'somebody told',
    'told: [concerned, ubnd-tinh]',
    'told: [concerned, so-la]',
    ['told: [', `routing.notify[0].told[1]: ${noAgency('so-la')}`],
  ],
  ['watcher', 'who: [own-field]', 'who: [own-field, so-la]', ['[own-field', `watch[0].who[1]: ${noAgency('so-la')}`]],
  [
    'convener and requester of a channel',
    'condition: Khi cần., who: Cơ quan trả lời',
    'condition: Khi cần., who: Cơ quan trả lời, convenedBy: [so-la], requestedBy: [ubnd-tinh, so-le]',
    ['id: press-release', `channels[0].convenedBy[0]: ${noAgency('so-la')}`],
    ['id: press-release', `channels[0].requestedBy[1]: ${noAgency('so-le')}`],
  ],
  [
    'sender, receiver and go-between of a report',
    'from: moi-co-quan\n    to: so-song-nuoc\n',
    'from: so-la\n    to: so-le\n    via: so-lo\n',
    ['from: so-la', `reports[0].from: ${noAgency('so-la')}`],
    ['to: so-le', `reports[0].to: ${noAgency('so-le')}`],
    ['via: so-lo', `reports[0].via: ${noAgency('so-lo')}`],
  ],
  [
    'successor',
    'successor: so-song-nuoc-va-gio',
    'successor: so-la',
    ['successor:', `agencies.so-song-nuoc.successor: ${noAgency('so-la')}`],
  ],
];

export const UNKNOWN_CLAUSES: readonly Fault[] = [
  ['regulation', 'clauses: [QĐ1]', 'clauses: [QĐ1, QĐ7]', ['QĐ7', `regulation.clauses[1]: QĐ7 ${NO_CLAUSE}`]],
  [
    'contact',
    'so-song-nuoc, clauses: [Đ1], summary: Đầu mối.',
    'so-song-nuoc, clauses: [Đ9], summary: Đầu mối.',
    ['Đ9', `contact.clauses[0]: Đ9 ${NO_CLAUSE}`],
  ],
  [
    'group and its duty',
    'clauses: [Đ1] }\n\nagencies',
    'clauses: [Đ8], duties: [{ kind: field, clauses: [Đ9], summary: x }] }\n\nagencies',
    ['Đ8', `groups.moi-co-quan.clauses[0]: Đ8 ${NO_CLAUSE}`],
    ['Đ9', `groups.moi-co-quan.duties[0].clauses[0]: Đ9 ${NO_CLAUSE}`],
  ],
  [
    'duty of an agency',
    'kind: receive, clauses: [Đ2.3]',
    'kind: receive, clauses: [Đ2.9]',
    ['Đ2.9', `agencies.ubnd-tinh.duties[0].clauses[0]: Đ2.9 ${NO_CLAUSE}`],
  ],
  [
    'sector',
    'basis: law, clauses: [Đ1], summary: Du lịch',
    'basis: law, clauses: [Đ9], summary: Du lịch',
    ['Đ9', `sectors[0].clauses[0]: Đ9 ${NO_CLAUSE}`],
  ],
  [
    'lead, by field and by place',
    'lead: { clauses: [Đ2.1], placeClauses: [Đ2.1]',
    'lead: { clauses: [Đ8], placeClauses: [Đ9]',
    ['Đ8', `routing.lead.clauses[0]: Đ8 ${NO_CLAUSE}`],
    ['Đ9', `routing.lead.placeClauses[0]: Đ9 ${NO_CLAUSE}`],
  ],
  [
    'dossier',
    'agency: lead, clauses: [Đ2.1]',
    'agency: lead, clauses: [Đ9]',
    ['Đ9', `routing.dossier.clauses[0]: Đ9 ${NO_CLAUSE}`],
  ],
  [
    'lead by origin and coordination',
    '  coordination: { clauses: [Đ2.1]',
    '  leadByOrigin: [{ origin: foreign, agency: ubnd-tinh, clauses: [Đ8], summary: x }]\n  coordination: { clauses: [Đ9]',
    ['Đ8', `routing.leadByOrigin[0].clauses[0]: Đ8 ${NO_CLAUSE}`],
    ['Đ9', `routing.coordination.clauses[0]: Đ9 ${NO_CLAUSE}`],
  ],
  [
    'notice',
    'ubnd-tinh], clauses: [Đ2.3]',
    'ubnd-tinh], clauses: [Đ9]',
    ['Đ9', `routing.notify[0].clauses[0]: Đ9 ${NO_CLAUSE}`],
  ],
  [
    'watch',
    'who: [own-field], clauses: [Đ1]',
    'who: [own-field], clauses: [Đ9]',
    ['Đ9', `watch[0].clauses[0]: Đ9 ${NO_CLAUSE}`],
  ],
  ['channel', 'clauses: [Đ2.2b]', 'clauses: [Đ2.2c]', ['Đ2.2c', `channels[1].clauses[0]: Đ2.2c ${NO_CLAUSE}`]],
  [
    'receiver of clarifications',
    'content:\n',
    'clarificationsTo: [{ agency: ubnd-tinh, clauses: [Đ9], summary: x }]\ncontent:\n',
    ['Đ9', `clarificationsTo[0].clauses[0]: Đ9 ${NO_CLAUSE}`],
  ],
  [
    'content',
    'kind: secrecy, clauses: [Đ3]',
    'kind: secrecy, clauses: [Đ3.7]',
    ['Đ3.7', `content[0].clauses[0]: Đ3.7 ${NO_CLAUSE}`],
  ],
  ['report', 'clause: Đ3', 'clause: Đ9', ['clause: Đ9', `reports[0].clause: Đ9 ${NO_CLAUSE}`]],
  ['deadline', 'clause: Đ2.1', 'clause: Đ9', ['clause: Đ9', `deadlines[0].clause: Đ9 ${NO_CLAUSE}`]],
  [
    'clause set aside',
    'outside: []',
    'outside: [{ clauses: [Đ3, Đ9], reason: x }]',
    ['Đ9', `outside[0].clauses[1]: Đ9 ${NO_CLAUSE}`],
  ],
];

const TWICE = 'ghi hai lần; xóa một';
const NO_LAW = 'ghi là theo Quy chế nhưng không dẫn điều khoản; thêm';
export const BROKEN_RULES: readonly Fault[] = [
  ['clause listed twice', 'Đ2.3 Đ3', 'Đ2.3 Đ3 Đ3', ['- Đ2.1 Đ2.2a', `tree[1]: Đ3 ${TWICE}`]],
  [
    'agency without a duty',
    '    duties:\n      - { kind: field, clauses: [Đ1], summary: Sông nước. }\n',
    '',
    [
      'so-song-nuoc:',
      'agencies.so-song-nuoc: cơ quan "so-song-nuoc" không có nhiệm vụ nào; thêm duties có dẫn điều khoản',
    ],
  ],
  [
    'agency that ends before it begins',
    '    to: 2024-12-31\n',
    '    from: 2025-01-01\n    to: 2024-12-31\n',
    ['to: 2024-12-31', 'agencies.so-song-nuoc.to: ngày kết thúc trước ngày bắt đầu; sửa from hoặc to'],
  ],
  [
    'successor from the last day on',
    'from: 2025-01-01',
    'from: 2024-12-31',
    [
      'to: 2024-12-31',
      'agencies.so-song-nuoc.to: chồng ngày với cơ quan kế nhiệm "so-song-nuoc-va-gio" (từ 2024-12-31); sửa to hoặc from',
    ],
  ],
  [
    'successor without an end',
    '    to: 2024-12-31\n',
    '',
    ['successor:', 'agencies.so-song-nuoc.successor: có cơ quan kế nhiệm nhưng thiếu ngày kết thúc; thêm to'],
  ],
  [
    'successors in a ring',
    '    from: 2025-01-01\n',
    '    from: 2025-01-01\n    to: 2025-06-30\n    successor: so-song-nuoc\n',
    ['successor: so-song-nuoc-va', 'agencies.so-song-nuoc.successor: chuỗi kế nhiệm quay vòng; sửa successor'],
    ['successor: so-song-nuoc\n', 'agencies.so-song-nuoc-va-gio.successor: chuỗi kế nhiệm quay vòng; sửa successor'],
  ],
  [
    'sector by law without a clause',
    'basis: law, clauses: [Đ1], summary: Du lịch',
    'basis: law, summary: Du lịch',
    ['  - { sector: tourism', `sectors[0]: lĩnh vực "tourism" ${NO_LAW} clauses hoặc đổi basis`],
  ],
  [
    'two entries in force on one day for one sector',
    'sectors:\n',
    'sectors:\n  - { sector: tourism, agency: ubnd-tinh, basis: law, clauses: [Đ1], to: 2023-01-01, summary: Khác. }\n',
    [
      'agency: so-song-nuoc, basis',
      'sectors[1]: lĩnh vực "tourism" chồng ngày với mục sectors[0]; sửa from, to để chỉ một mục có hiệu lực',
    ],
  ],
  [
    'entry within the time of one without an end',
    'agency: so-song-nuoc, basis: law, clauses: [Đ1], summary: Du lịch sông nước. }\n',
    'agency: so-song-nuoc, basis: law, clauses: [Đ1], summary: x }\n' +
      '  - { sector: tourism, agency: ubnd-tinh, basis: law, clauses: [Đ1], to: 2022-12-31, summary: x }\n',
    [
      'agency: ubnd-tinh, basis',
      'sectors[1]: lĩnh vực "tourism" chồng ngày với mục sectors[0]; sửa from, to để chỉ một mục có hiệu lực',
    ],
  ],
  [
    'sector that passes on a day that both entries claim',
    'agency: so-song-nuoc, basis: law, clauses: [Đ1], summary: Du lịch sông nước. }\n',
    'agency: so-song-nuoc, basis: law, clauses: [Đ1], to: 2024-12-31, summary: x }\n' +
      '  - { sector: tourism, agency: ubnd-tinh, basis: law, clauses: [Đ1], from: 2024-12-31, summary: x }\n',
    [
      'agency: ubnd-tinh, basis',
      'sectors[1]: lĩnh vực "tourism" chồng ngày với mục sectors[0]; sửa from, to để chỉ một mục có hiệu lực',
    ],
  ],
  [
    'channel twice, without condition and clause',
    'id: portal-post, open: true, basis: law, clauses: [Đ2.2b], condition: Bằng tiếng Việt.',
    'id: press-release, open: true, basis: law, condition: ""',
    ['condition: ""', `channels[1]: hình thức "press-release" ${TWICE}`],
    ['condition: ""', 'channels[1].condition: hình thức "press-release" không có điều kiện; thêm condition'],
    ['condition: ""', `channels[1]: hình thức "press-release" ${NO_LAW} clauses hoặc đổi basis`],
  ],
  ...['press-conference', 'correction-request'].map(
    (id): Fault => [
      `${id} by law`,
      'id: portal-post',
      `id: ${id}`,
      [`id: ${id}`, `channels[1].basis: hình thức "${id}" luôn là quy định nội bộ; đổi basis thành internal`],
    ],
  ),
  [
    'in force before issued',
    'inForceFrom: 2021-02-01',
    'inForceFrom: 2021-01-03',
    ['inForceFrom', 'regulation.inForceFrom: hiệu lực trước ngày ban hành; sửa ngày'],
  ],
  [
    'out of force before it was in force',
    'inForceTo: 2027-01-31',
    'inForceTo: 2021-01-31',
    ['inForceTo', 'regulation.inForceTo: hết hiệu lực trước ngày có hiệu lực; sửa ngày'],
  ],
  [
    'deadline by law without a clause',
    '    clause: Đ2.1\n',
    '',
    ['  - rule: reply', `deadlines[0]: quy tắc "reply" ${NO_LAW} clause hoặc đổi basis`],
  ],
  [
    'internal rule that cites',
    'basis: law\n    clause: Đ2.1',
    'basis: internal\n    clause: Đ2.1',
    [
      'clause: Đ2.1\n    extend',
      'deadlines[0].clause: quy tắc "reply" là nội bộ nên không dẫn điều khoản; xóa clause hoặc đổi basis',
    ],
  ],
  [
    'deadline twice',
    'deadlines:\n',
    'deadlines:\n  - { rule: reply, label: x, amount: 1, unit: days, startEvent: request-received, basis: internal, summary: x }\n',
    ['  - rule: reply', 'deadlines[1]: quy tắc "reply" ghi hai lần; đổi tên một'],
  ],
  [
    'day of no month',
    '    month: 3\n',
    '    month: null\n',
    ['  - kind: yearly', 'reports[0]: có ngày nhưng thiếu tháng; thêm month'],
  ],
  [
    'a day that is none',
    'month: 3\n    day: 1',
    'month: 4\n    day: 31',
    ['day: 31', 'reports[0].day: tháng 4 không có ngày 31; sửa day'],
  ],
  [
    '29 February',
    'month: 3\n    day: 1',
    'month: 2\n    day: 29',
    ['day: 29', 'reports[0].day: tháng 2 không có ngày 29; sửa day'],
  ],
  [
    'units that nobody knows',
    'outside: []',
    'unitSuccessors: { "901": "998", "9012": "901" }\noutside: []',
    ['unitSuccessors', 'unitSuccessors.901: không có đơn vị mới mã 998; sửa mã'],
    ['unitSuccessors', 'unitSuccessors.9012: không có đơn vị mới mã 901; sửa mã'],
  ],
  [
    'old unit that nobody knows',
    'outside: []',
    'unitSuccessors: { "999": "9011" }\noutside: []',
    ['unitSuccessors', 'unitSuccessors.999: không có đơn vị cũ mã 999; sửa mã'],
  ],
  [
    'earlier unit of a code taken, too late, with an unknown successor',
    'outside: []',
    'earlierUnits:\n  - { code: cu, name: Huyện Cũ, until: 2025-06-30, successor: null }\n' +
      '  - code: cu\n    name: Huyện Khác\n    until: 2025-07-01\n    successor: "999"\noutside: []',
    ['code: cu, name', 'earlierUnits[0].code: mã cu đã dùng; đổi mã'],
    ['code: cu\n', 'earlierUnits[1].code: mã cu đã dùng; đổi mã'],
    ['successor: "999"', 'earlierUnits[1].successor: không có đơn vị mã 999; sửa mã'],
    ['until: 2025-07-01', 'earlierUnits[1].until: ngày cuối phải trước 2025-07-01; sửa until'],
  ],
  [
    'earlier unit that passed to another that has gone',
    'outside: []',
    'earlierUnits:\n  - { code: cu, name: Huyện Cũ, until: 2025-06-30, successor: cu-nua }\n' +
      '  - { code: cu-nua, name: Huyện Cũ Nữa, until: 2025-06-30, successor: null }\noutside: []',
    ['successor: cu-nua', 'earlierUnits[0].successor: không có đơn vị mã cu-nua; sửa mã'],
  ],
];

const SCHEMA = '; thêm hoặc sửa giá trị theo lược đồ profile.schema.json';
export const WRONG_FORM: readonly Fault[] = [
  [
    'no clause at all',
    'kind: secrecy, clauses: [Đ3]',
    'kind: secrecy, clauses: [Điều 3]',
    [
      'Điều 3]',
      'content[0].clauses[0]: "Điều 3" không phải cách viết điều khoản; viết như Đ7, Đ7.3, Đ7.3a, Đ7.2c/1 hoặc QĐ2',
    ],
  ],
  [
    'duty without a citation',
    'kind: field, clauses: [Đ1]',
    'kind: field, clauses: []',
    ['clauses: []', 'agencies.so-song-nuoc.duties[0].clauses: nhiệm vụ phải dẫn ít nhất một điều khoản'],
  ],
  [
    'deadline without a start event',
    '    startEvent: request-received\n',
    '',
    [
      '  - rule: reply',
      'deadlines[0].startEvent: thiếu hoặc sai sự kiện bắt đầu tính hạn; thêm startEvent là một trong: request-received, document-received, item-detected, case-assigned, dossier-requested, response-submitted, response-released; chọn một trong các giá trị được phép',
    ],
  ],
  [
    'misspelt keys',
    'place: Sông Xanh',
    'plase: Sông Xanh\n  lace: x',
    ['office:', `office.place: Đầu vào không hợp lệ: mong đợi string, nhận được undefined${SCHEMA}`],
    ['plase', 'office.plase: Khóa không được nhận dạng: "plase", "lace"; xóa khóa này hoặc sửa tên khóa'],
  ],
  [
    'wrong type and a value that is none',
    'open: true, basis: law, clauses: [Đ2.2a]',
    'open: 1, basis: lệ, clauses: [Đ2.2a]',
    ['open: 1', `channels[0].open: Đầu vào không hợp lệ: mong đợi boolean, nhận được số${SCHEMA}`],
    [
      'basis: lệ',
      'channels[0].basis: Tùy chọn không hợp lệ: mong đợi một trong các giá trị "law"|"internal"; chọn một trong các giá trị được phép',
    ],
  ],
  ['blank name', 'name: Tỉnh Sông Xanh', 'name: "  "', ['name: "', 'name: Quá nhỏ: mong đợi string có >=1 ký tự']],
];

/** Changes at the edge of a rule that break none. */
export const ALLOWED: readonly (readonly [name: string, from: string, to: string])[] = [
  ['agency of a single day', '    to: 2024-12-31\n', '    from: 2024-12-31\n    to: 2024-12-31\n'],
  ['successor that was always there', '    from: 2025-01-01\n', ''],
  [
    'sector with nobody, by an internal rule',
    'agency: so-song-nuoc, basis: law, clauses: [Đ1]',
    'agency: null, basis: internal',
  ],
  [
    'sector that passes from one day to the next',
    'agency: so-song-nuoc, basis: law, clauses: [Đ1], summary: Du lịch sông nước. }\n',
    'agency: so-song-nuoc, basis: law, clauses: [Đ1], to: 2024-12-31, summary: x }\n' +
      '  - { sector: tourism, agency: ubnd-tinh, basis: law, clauses: [Đ1], from: 2025-01-01, summary: x }\n',
  ],
  [
    'internal channel',
    'id: portal-post, open: true, basis: law, clauses: [Đ2.2b]',
    'id: press-conference, open: true, basis: internal',
  ],
  ['report of an agency', 'from: moi-co-quan', 'from: ubnd-tinh'],
  ['report without a day', '    day: 1\n', '    day: null\n'],
  ['last day of a month', 'month: 3\n    day: 1', 'month: 4\n    day: 30'],
  ['in force on the day of issue', 'inForceFrom: 2021-02-01', 'inForceFrom: 2021-01-04'],
  ['in force for a day', 'inForceTo: 2027-01-31', 'inForceTo: 2021-02-01'],
  ['in force without end', 'inForceTo: 2027-01-31', 'inForceTo: null'],
  ['unit that passed', 'outside: []', 'unitSuccessors: { "901": "9011" }\noutside: []'],
  [
    'earlier unit that passed',
    'outside: []',
    'earlierUnits: [{ code: cu, name: Huyện Cũ, until: 2025-06-30, successor: "902" }]\noutside: []',
  ],
];
