import { bytes, int, join, type Message, message, text } from './protobuf.ts';

/** Element types of `TensorProto.DataType`. */
const ELEMENT = { float: 1, int64: 7 } as const;
type Element = keyof typeof ELEMENT;

/** Named dimensions are free, as in models exported for batches of any size. */
export interface Value {
  readonly name: string;
  readonly element: Element;
  readonly shape: readonly (number | string)[];
}

export interface Constant {
  readonly name: string;
  readonly element: Element;
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

export interface Node {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly attributes?: Readonly<Record<string, number>>;
}

export interface Graph {
  readonly inputs: readonly Value[];
  readonly outputs: readonly Value[];
  readonly constants: readonly Constant[];
  readonly nodes: readonly Node[];
}

const IR_VERSION = 8;
const OPSET = 17;

/**
 * Writes an ONNX model. Field numbers are those of onnx.proto (ModelProto, GraphProto, NodeProto, TensorProto).
 *
 * @example writeFileSync('model.onnx', encodeModel({ inputs, outputs, constants, nodes }))
 */
export function encodeModel(graph: Graph): Uint8Array {
  return join([int(1, IR_VERSION), message(7, graphOf(graph)), message(8, [text(1, ''), int(2, OPSET)])]);
}

function graphOf(graph: Graph): Message {
  return [
    ...graph.nodes.map((node) => message(1, nodeOf(node))),
    text(2, 'graph'),
    ...graph.constants.map((constant) => message(5, tensorOf(constant))),
    ...graph.inputs.map((value) => message(11, describe(value))),
    ...graph.outputs.map((value) => message(12, describe(value))),
  ];
}

const INT_ATTRIBUTE = 2;

function nodeOf(node: Node): Message {
  return [
    ...node.inputs.map((name) => text(1, name)),
    text(2, node.output),
    text(3, node.output),
    text(4, node.op),
    ...Object.entries(node.attributes ?? {}).map(([name, value]) =>
      message(5, [text(1, name), int(3, value), int(20, INT_ATTRIBUTE)]),
    ),
  ];
}

function tensorOf({ name, element, shape, data }: Constant): Message {
  const raw = element === 'float' ? Float32Array.from(data) : BigInt64Array.from(data, (value) => BigInt(value));
  return [
    ...shape.map((size) => int(1, size)),
    int(2, ELEMENT[element]),
    text(8, name),
    bytes(9, new Uint8Array(raw.buffer)),
  ];
}

function describe({ name, element, shape }: Value): Message {
  const dimensions = shape.map((size) => message(1, [typeof size === 'number' ? int(1, size) : text(2, size)]));
  return [text(1, name), message(2, [message(1, [int(1, ELEMENT[element]), message(2, dimensions)])])];
}
