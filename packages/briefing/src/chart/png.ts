import { crc32, deflateSync } from 'node:zlib';
import type { ChartLayout } from './layout.ts';

const SCALE = 2;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * The bars of a chart as PNG (8-bit RGB, ISO/IEC 15948), for readers that do not draw SVG: the labels stand in the text beside it.
 */
export function chartPng(layout: ChartLayout): Uint8Array {
  const width = Math.round(layout.width * SCALE);
  const height = Math.round(layout.height * SCALE);
  const stride = 1 + width * 3;
  const pixels = Buffer.alloc(stride * height, 0xff);
  for (let row = 0; row < height; row++) pixels[row * stride] = 0;
  for (const bar of layout.bars) paint(pixels, stride, { width, height }, bar);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function paint(
  pixels: Buffer,
  stride: number,
  size: { width: number; height: number },
  bar: ChartLayout['bars'][number],
): void {
  const colour = Buffer.from(bar.colour.slice(1), 'hex');
  const lastX = Math.min(size.width, Math.round((bar.x + bar.width) * SCALE));
  const lastY = Math.min(size.height, Math.round((bar.y + bar.height) * SCALE));
  for (let y = Math.round(bar.y * SCALE); y < lastY; y++)
    for (let x = Math.round(bar.x * SCALE); x < lastX; x++) pixels.set(colour, y * stride + 1 + x * 3);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(8 + body.length);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), 4 + body.length);
  return framed;
}
