import { describe, expect, it } from 'vitest';
import { countryOfOutlet } from './host-country.ts';

describe('countryOfOutlet', () => {
  it.each([
    ['as stated', { stated: 'US', host: 'a.vn', language: 'vi' }, 'US'],
    ['by the last label', { host: 'bao.com.vn', language: 'en' }, 'VN'],
    ['by the last label of another country', { host: 'bao.co.uk', language: 'vi' }, 'GB'],
    ['unknown on a generic domain, whatever the language', { host: 'tin-tuc.com', language: 'vi' }, 'ZZ'],
    ['unknown where a label is sold as a word', { host: 'tin.io', language: 'vi' }, 'ZZ'],
    ['by the language where there is no host', { host: null, language: 'vi' }, 'VN'],
    ['by the language where the host is a number', { host: '127.0.0.9', language: 'vi' }, 'VN'],
    ['unknown in any other language', { stated: null, host: null, language: 'en' }, 'ZZ'],
  ])('is told %s', (_, outlet, country) => {
    expect(countryOfOutlet(outlet)).toBe(country);
  });
});
