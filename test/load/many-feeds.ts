// Reads feeds of forty items until a million items were read; says on each hundred thousand how many, and the MiB in use after a
// collection. Started by lines.ts.
import { parseFeed } from '@lamro/press';

const ITEMS = 40;
const MOST = 1_000_000;

function feedOf(serial: number): string {
  const items = Array.from({ length: ITEMS }, (_, index) => {
    const link = `https://bao.example/tin-${serial + index}.html`;
    return `<item><title>Tin số ${serial + index} của tỉnh</title><link>${link}</link><guid>${link}</guid><pubDate>Sat, 21 Nov 2026 08:30:00 +0700</pubDate><description>Mô tả ngắn số ${serial + index}.</description></item>`;
  });
  return `<rss version="2.0"><channel><title>Báo Mẫu</title><link>https://bao.example/</link>${items.join('')}</channel></rss>`;
}

for (let read = 0; read < MOST; ) {
  const { items } = await parseFeed(feedOf(read));
  read += items.length;
  if (read % 100_000 === 0) {
    globalThis.gc?.();
    process.stdout.write(`${read} ${process.memoryUsage().heapUsed / 2 ** 20}\n`);
  }
}
