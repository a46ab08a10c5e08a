import { expect, it } from 'vitest';
import { formatProblem, InvalidFileError, QueryError } from './problem.ts';

it('writes a fault with its line, and its place where it has one', () => {
  const fault = { file: 'a.yaml', line: 3, path: 'sectors[1]', message: 'sai; sửa' };
  expect(formatProblem(fault)).toBe('a.yaml:3: sectors[1]: sai; sửa');
  expect(formatProblem({ ...fault, path: '' })).toBe('a.yaml:3: sai; sửa');
  const error = new InvalidFileError([fault, { ...fault, line: 4 }]);
  expect([error.name, error.message]).toEqual([
    'InvalidFileError',
    'a.yaml:3: sectors[1]: sai; sửa\na.yaml:4: sectors[1]: sai; sửa',
  ]);
});

it('names the field of a question that cannot be answered', () => {
  const error = new QueryError('places[1]', 'trùng tên');
  expect([error.name, error.field, error.message]).toEqual(['QueryError', 'places[1]', 'places[1]: trùng tên']);
});
