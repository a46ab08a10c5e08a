import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { sampleBriefing, sampleContent } from '../../test/sample.ts';
import { composeBriefing } from '../compose/briefing.ts';
import { renderHtml } from './html.ts';

describe('renderHtml', () => {
  it('says the same in mail, loads nothing and runs nothing', () => {
    const content = sampleContent(8);
    const annex = content.annex.map((item) => ({
      ...item,
      title: '<script>alert(1)</script>',
      url: 'javascript:alert(1)',
    }));
    const page = load(renderHtml(composeBriefing(sampleBriefing({ ...content, annex }))));
    expect(page('script, img, link, iframe').length).toBe(0);
    expect(page('a[href^="javascript"]').length).toBe(0);
    expect(page('body').text()).toContain('<script>alert(1)</script>');
    expect(page('h2').length).toBe(8);
    expect(page('th[scope="col"]').length).toBeGreaterThan(10);
    for (const link of page('a[href^="#"]').toArray()) {
      const target = page(link).attr('href')?.slice(1) ?? '';
      expect(page(`[id="${target}"]`).length, target).toBe(1);
    }
  });
});
