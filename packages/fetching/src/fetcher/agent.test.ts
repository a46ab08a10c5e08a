import { describe, expect, it } from 'vitest';
import { honestAgent } from './agent.ts';

describe('honestAgent', () => {
  it('names the product and who can be reached', () => {
    expect(honestAgent('LamRo/0.1', 'https://ngoaivu.example.vn/lam-ro')).toEqual({
      token: 'LamRo',
      header: 'LamRo/0.1 (+https://ngoaivu.example.vn/lam-ro)',
    });
  });

  it.each([
    ['', 'a@b.vn'],
    ['LamRo', 'a@b.vn'],
    ['*/1.0', 'a@b.vn'],
    ['Mozilla/5.0 (X11)', 'a@b.vn'],
    ['LamRo/0.1', ''],
    ['LamRo/0.1', 'a@b.vn\r\nx-evil: 1'],
    ['LamRo/0.1', 'Sở Ngoại vụ'],
    ['LamRo/0.1', 'đ@b.vn'],
    ['LamRo/0.1', 'a@b.vnđ'],
  ])('refuses %j with %j', (product, contact) => {
    expect(() => honestAgent(product, contact)).toThrow(TypeError);
    expect(() => honestAgent(product, contact)).toThrow(/^(User agent must be a product|Contact must be a URL)/);
  });
});
