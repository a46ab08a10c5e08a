import type { CaseState } from '@lamro/domain';

const NAMES: Readonly<Record<CaseState, string>> = {
  drafted: 'mới lập',
  'awaiting-assignment': 'chờ duyệt giao',
  assigned: 'đã giao',
  accepted: 'đã nhận',
  returned: 'bị trả lại',
  responding: 'đang soạn trả lời',
  submitted: 'đã trình',
  approved: 'đã duyệt',
  'sent-back': 'trả lại để sửa',
  released: 'đã phát hành',
  monitoring: 'đang theo dõi',
  closed: 'đã kết thúc',
  retracted: 'đã thu hồi',
  reopened: 'mở lại',
};

/** A case state as officials read it. */
export function stateName(state: CaseState): string {
  return NAMES[state];
}

/** Several states in one phrase. */
export function stateNames(states: readonly CaseState[]): string {
  return states.map((state) => `"${NAMES[state]}"`).join(', ');
}
