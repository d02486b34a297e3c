import type { EditLanguage } from './edit-language.ts';

export const KOREAN: EditLanguage = {
  code: 'ko',
  split: /\s*[,，;]\s*(?:그리고 )?|\s+그리고\s+|(?<=(?:만들|하|바꾸|추가하|지우|제거하|씌우|넣)고)\s+/gu,
  affixes: /(?:에게|한테|으로|에서|의|을|를|은|는|이|가|에|와|과|로)$/u,
  rules: [
    [/배경.*(?:흐리|블러|뿌옇)/u, 'blur the background'],
    [/배경(?:을|을)?\s*(?:제거|삭제|지워|없애)/u, 'remove the background'],
    [/배경(?:을)?\s*(.+?)(?:으로|로)\s*(?:바꿔|바꾸|변경|교체|대체)/u, 'replace the background with {1}'],
    [/(?:소리|음성|오디오|음악)(?:를|을)?\s*(?:제거|삭제|꺼|없애)|음소거|무음/u, 'mute'],
    [/^(.+?)\s*소리(?:를)?\s*(?:추가|넣)/u, 'add the sound of {1}'],
    [/거꾸로|역재생|뒤로 재생/u, 'play it backwards'],
    [/슬로우|느리게|슬로 모션|느린/u, 'slow motion'],
    [/빠르게|배속|빨리/u, 'speed it up 2x'],
    [/좌우 ?반전|뒤집/u, 'flip horizontally'],
    [/^(.+?)(?:을|를)?\s*(?:제거|삭제|지워|없애|지우)/u, 'remove {1}'],
    [
      /^(.+?)(?:의)?\s*(?:색(?:깔|상)?)?(?:을|를)?\s*(빨간색|빨강|파란색|파랑|초록색|노란색|주황색|흰색|하얀색|검은색|검정색|분홍색|보라색|금색|회색|갈색)(?:으로|로)\s*/u,
      'make {1} {2}',
    ],
    [/^(.+?)(?:의)?\s*(?:머리|목|눈|귀)에\s*(.+?)(?:을|를)\s*(?:씌|달아|걸어|추가|올려)/u, 'give {1} {2}'],
    [/^(.+?)\s*(위|옆|앞|뒤|안)에\s*(.+?)(?:을|를)\s*(?:추가|올려|놓아|놔|넣)/u, 'add {3} {2} {1}'],
    [/^하늘에\s*(.+?)(?:을|를)/u, 'add {1} in the sky'],
    [/^(.+?)(?:에게|한테|에)\s*(.+?)(?:을|를)\s*(?:추가|씌|달아|걸어|줘|주|입혀|채워|해)/u, 'give {1} {2}'],
    [/^(.+?)(?:을|를)\s*(?:추가|넣)/u, 'add {1}'],
  ],
  looks: `
black and white = 흑백
sepia = 세피아
anime style = 애니메이션|애니|만화영화|지브리
watercolor = 수채화
oil painting = 유화|그림처럼
pixel art = 픽셀
comic book style = 만화(?!영화)|코믹|카툰
pencil sketch = 스케치|연필
claymation = 클레이|점토
film noir = 느와르|누아르
night = 밤(?!색)|야간
day = 낮으로|대낮
sunset = 노을|석양|일몰|해질녘
winter = 겨울
autumn = 가을
spring time = 봄
summer = 여름
vintage = 빈티지|복고|레트로|옛날 영화
warmer = 따뜻
cooler = 차갑|차가운
brighter = 밝게
darker = 어둡게
more vibrant = 선명|생생
cinematic = 영화 ?(?:같|처럼|느낌)|시네마
rain = 비가|비를|비 오|비 내
snow = 눈이|눈을|눈 오|눈 내
fog = 안개
thunderstorm = 폭풍|천둥|뇌우
sunny = 맑|화창
cherry blossoms = 벚꽃
falling leaves = 낙엽`,
  nouns: `
silver necklace = 은목걸이, 은 목걸이, 은색 목걸이
gold necklace = 금목걸이, 금 목걸이
necklace = 목걸이
sunglasses = 선글라스
glasses = 안경
hat = 모자
crown = 왕관
earrings = 귀걸이
scarf = 목도리, 스카프
tie = 넥타이
beard = 수염
mask = 마스크, 가면
headphones = 헤드폰
flower crown = 화관
balloon = 풍선
woman = 여자, 여성, 그녀
man = 남자, 남성
person = 사람
background = 배경
people = 사람들
on = 위
next to = 옆
in front of = 앞
behind = 뒤
in = 안
hair = 머리카락, 머리
dress = 드레스, 원피스
shirt = 셔츠
car = 자동차, 차
sky = 하늘
dog = 개, 강아지
cat = 고양이
table = 테이블, 탁자
sofa = 소파
rainbow = 무지개
beach = 해변
rain = 빗, 비
birds = 새, 새들
waves = 파도
music = 음악
red = 빨간색, 빨강, 빨간
blue = 파란색, 파랑, 파란
green = 초록색, 초록
yellow = 노란색, 노란
orange = 주황색
white = 흰색, 하얀색, 흰
black = 검은색, 검정색, 검은
pink = 분홍색, 분홍
purple = 보라색
golden = 금색
gray = 회색
brown = 갈색`,
};
