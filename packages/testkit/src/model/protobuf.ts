/** A protobuf message under construction: what ONNX files are made of (protobuf.dev, "Encoding"). */
export type Message = readonly Uint8Array[];

const VARINT = 0;
const BYTES = 2;

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  while (rest > 0x7fn) {
    bytes.push(Number(rest & 0x7fn) | 0x80);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return Uint8Array.from(bytes);
}

/** An integer field; negative numbers take ten bytes, as the format wants. */
export function int(field: number, value: number): Uint8Array {
  return join([varint((field << 3) | VARINT), varint(value)]);
}

export function bytes(field: number, value: Uint8Array): Uint8Array {
  return join([varint((field << 3) | BYTES), varint(value.length), value]);
}

export function text(field: number, value: string): Uint8Array {
  return bytes(field, new TextEncoder().encode(value));
}

export function message(field: number, value: Message): Uint8Array {
  return bytes(field, join(value));
}

export function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
