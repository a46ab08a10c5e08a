import type { Tongue } from '../outlet/outlet.ts';

/** The words around an article that an outlet prints in its own language. */
export interface Chrome {
  invented: string;
  sections: readonly string[];
  related: string;
  comments: string;
  remarks: readonly string[];
  advertisement: string;
  cookies: string;
  corrected: string;
  gone: string;
  home: string;
}

/** Stands on every page, whatever its language. */
export const inventedInVietnamese = 'Báo mẫu – nội dung hư cấu để thử phần mềm';

export const chromes: Record<Tongue, Chrome> = {
  vi: {
    invented: inventedInVietnamese,
    sections: ['Thời sự', 'Kinh tế', 'Xã hội', 'Văn hóa', 'Thể thao', 'Quốc tế'],
    related: 'Tin cùng chuyên mục',
    comments: 'Ý kiến bạn đọc',
    remarks: ['Bài viết hữu ích, mong tòa soạn tiếp tục theo dõi.', 'Tôi ở gần đây, hôm qua trời mưa rất to.'],
    advertisement: 'Quảng cáo: Nội thất mẫu giảm 30% trong 7 ngày',
    cookies: 'Trang này dùng cookie mẫu. Đồng ý?',
    corrected: 'Đính chính',
    gone: 'Bài viết không còn trên trang này.',
    home: 'Trang chủ',
  },
  en: {
    invented: 'Sample press: invented content for testing software',
    sections: ['World', 'Asia', 'Business', 'Travel', 'Opinion'],
    related: 'More stories',
    comments: 'Comments',
    remarks: ['Thanks for covering this.', 'I visited in 2014 and loved it.'],
    advertisement: 'Advertisement: 25 sample offers this week',
    cookies: 'We use sample cookies. Accept all?',
    corrected: 'Correction',
    gone: 'This story is no longer available.',
    home: 'Home',
  },
  zh: {
    invented: '样本报纸：虚构内容，仅供软件测试',
    sections: ['要闻', '国际', '财经', '社会', '文旅'],
    related: '相关阅读',
    comments: '网友评论',
    remarks: ['支持一下。', '去年去过，风景不错。'],
    advertisement: '广告：样本商城满100减20',
    cookies: '本站使用样本 Cookie，是否同意？',
    corrected: '更正',
    gone: '该文章已不存在。',
    home: '首页',
  },
  'zh-Hant': {
    invented: '樣本報紙：虛構內容，僅供軟體測試',
    sections: ['要聞', '國際', '財經', '生活', '旅遊'],
    related: '延伸閱讀',
    comments: '讀者留言',
    remarks: ['謝謝分享。', '前年去過一次。'],
    advertisement: '廣告：樣本家電8折',
    cookies: '本站使用樣本 Cookie，是否同意？',
    corrected: '更正啟事',
    gone: '本文已下架。',
    home: '首頁',
  },
  ja: {
    invented: '見本新聞：ソフトウェア試験用の架空の内容です',
    sections: ['国際', '経済', '社会', '文化', '旅'],
    related: '関連記事',
    comments: '読者の声',
    remarks: ['参考になりました。', '来年訪れる予定です。'],
    advertisement: '広告：見本市 入場無料',
    cookies: '見本クッキーを使用します。同意しますか。',
    corrected: '訂正',
    gone: 'この記事は掲載を終了しました。',
    home: 'トップ',
  },
  ko: {
    invented: '견본 신문: 소프트웨어 시험용 가상의 내용입니다',
    sections: ['국제', '경제', '사회', '문화', '여행'],
    related: '관련 기사',
    comments: '댓글',
    remarks: ['좋은 기사 감사합니다.', '작년에 다녀왔어요.'],
    advertisement: '광고: 견본 가전 20% 할인',
    cookies: '견본 쿠키를 사용합니다. 동의하십니까?',
    corrected: '정정',
    gone: '삭제된 기사입니다.',
    home: '홈',
  },
  fr: {
    invented: 'Journal d’essai : contenu inventé pour tester un logiciel',
    sections: ['Monde', 'Asie', 'Économie', 'Voyage'],
    related: 'À lire aussi',
    comments: 'Commentaires',
    remarks: ['Merci pour cet article.', 'Une belle région.'],
    advertisement: 'Publicité : 15 % sur les croisières d’essai',
    cookies: 'Ce site utilise des cookies d’essai. Accepter ?',
    corrected: 'Rectificatif',
    gone: 'Cet article n’est plus en ligne.',
    home: 'Accueil',
  },
  ru: {
    invented: 'Образец газеты: вымышленные материалы для проверки программ',
    sections: ['Мир', 'Азия', 'Экономика', 'Общество'],
    related: 'Читайте также',
    comments: 'Комментарии',
    remarks: ['Спасибо за материал.', 'Был там в отпуске.'],
    advertisement: 'Реклама: образцы со скидкой 10 %',
    cookies: 'Сайт использует образцы cookie. Согласны?',
    corrected: 'Уточнение',
    gone: 'Материал удалён.',
    home: 'Главная',
  },
};
