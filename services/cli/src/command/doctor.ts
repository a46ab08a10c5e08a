import { loadConfig } from '@lamro/runtime';
import { besideLooks } from '../doctor/beside.ts';
import { look } from '../doctor/finding.ts';
import { judgingLooks } from '../doctor/judging.ts';
import { ledgerLooks } from '../doctor/ledger.ts';
import { machineLooks } from '../doctor/machine.ts';
import { readArguments } from '../line/arguments.ts';
import { writeLine } from '../line/lines.ts';
import type { Command } from './command.ts';

export const doctor: Command = {
  usage: 'doctor',
  summary:
    'kiểm tra một bản cài đặt và nói cách sửa: máy, đĩa, khóa, cơ sở dữ liệu, quyền, đồng hồ, phân vùng, kết quả xét bài, hàng đợi, kho lưu, thư, đăng nhập một lần, mô hình',
  run: async (args, streams) => {
    readArguments(args, {});
    const config = loadConfig();
    const looks = { ...machineLooks(config), ...ledgerLooks(config), ...judgingLooks(config), ...besideLooks(config) };
    let healthy = true;
    for (const [part, check] of Object.entries(looks)) {
      const finding = await look(part, check);
      healthy &&= finding.ok;
      await writeLine(streams.output, finding);
    }
    return healthy ? 0 : 1;
  },
};
