import type { alarmNamesVi } from './alarms-vi.ts';

type Alarms = Record<keyof typeof alarmNamesVi, string>;

export const alarmNamesEn: Alarms = {
  quiet: 'Unusually quiet',
  stopped: 'Stopped long ago',
  'always-empty': 'Always empty',
  'turned-empty': 'Turned empty',
  'script-wall': 'Behind a browser check',
  'captcha-wall': 'Behind a captcha',
  'consent-wall': 'Behind a consent page',
  'login-wall': 'Asks for a sign-in',
  'redirect-loop': 'Redirects in a circle',
  'robots-refused': 'Refused by robots.txt',
  'address-refused': 'Address not allowed',
  gone: 'No longer at this address',
  forbidden: 'Access refused by the server',
  'page-instead-of-feed': 'A web page, not a feed',
  'not-a-feed': 'Not a feed of any known form',
  'empty-answer': 'Answers with nothing',
  oversized: 'Beyond the safety limits',
  'query-refused': 'Search query refused',
  'records-unreadable': 'Official records unreadable',
  'keeps-failing': 'Keeps failing',
};

export const alarmRemediesEn: Alarms = {
  quiet: 'Compare with the outlet’s own page; if it still publishes, find the new address with the source preview.',
  stopped: 'Use another source of the same outlet (news sitemap, list page), then switch this one off.',
  'always-empty': 'Well formed but never had an item: use the outlet’s list page or news sitemap instead.',
  'turned-empty': 'Had items before: check whether the outlet moved it, or whether the selectors still fit.',
  'script-wall': 'Walls are not climbed: use the news sitemap or a search feed, or ask the outlet for access.',
  'captcha-wall': 'Captchas are not solved: ask the outlet for access or watch it through a search feed.',
  'consent-wall': 'Use a feed or sitemap address that does not pass through the consent page.',
  'login-wall': 'Only open information is collected: use an address that asks for no sign-in.',
  'redirect-loop': 'The server wants a session cookie: use the outlet’s news sitemap or list page instead.',
  'robots-refused': 'robots.txt is obeyed: use an address that the outlet allows, or ask the outlet.',
  'address-refused': 'Correct the address: only http(s) on the public network.',
  gone: 'Find the new address from the home page with the source preview.',
  forbidden: 'Ask the outlet for access, or use another source of the same outlet.',
  'page-instead-of-feed': 'Look for feeds on this page, or make it a list page.',
  'not-a-feed': 'Check the address and the kind of source; try it with the source preview.',
  'empty-answer': 'Check the address; if it stays empty, use another source of the same outlet.',
  oversized: 'Too large or too deeply nested: use a feed by section or a smaller sitemap.',
  'query-refused': 'Shorten or correct the search words.',
  'records-unreadable': 'Check the portal’s records file: the details name each wrong line.',
  'keeps-failing': 'See the latest attempts; if the fault is the outlet’s and lasts, contact it or change the source.',
};
