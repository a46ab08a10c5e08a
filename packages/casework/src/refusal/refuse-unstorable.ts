import { CommandRefused } from './refusal.ts';
import { wordsIn } from './words-in.ts';

/**
 * Refuses texts that the ledger cannot hold: PostgreSQL takes no null character, and half a surrogate pair is no text at all.
 *
 * @throws CommandRefused `invalid-input`
 */
export function refuseUnstorable(input: unknown): void {
  for (const text of wordsIn(input)) {
    if (!text.includes('\0') && text.isWellFormed()) continue;
    throw new CommandRefused(
      'invalid-input',
      'Nội dung có ký tự hỏng không lưu được (thường do chép từ tệp lỗi): hãy gõ lại hoặc chép lại phần đó.',
    );
  }
}
