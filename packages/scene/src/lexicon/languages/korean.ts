import type { LanguageTable } from './language-table.ts';

export const KOREAN: LanguageTable = {
  code: 'ko',
  hints: '',
  nouns: `
park = 공원
torii = 도리이
house = 집, 오두막
cat = 고양이
dog = 개, 강아지
bird = 새
fox = 여우
horse = 말
fish = 물고기
turtle = 거북이, 바다거북
dragon = 용, 드래곤
tree = 나무
cherry tree = 벚꽃, 벚나무
flower = 꽃
sunflowers = 해바라기
woman = 여자, 여성
man = 남자, 남성
girl = 소녀, 여자아이
boy = 소년, 남자아이
child = 아이
people = 사람들
person = 사람
knight = 기사
robot = 로봇
car = 자동차, 차
bus = 버스
bicycle = 자전거
boat = 배, 보트
train = 기차
airplane = 비행기
rocket = 로켓
hot air balloon = 열기구
castle = 성
lighthouse = 등대
tower = 탑, 타워
temple = 절, 사원
bridge = 다리
door = 문
window = 창문
sofa = 소파
table = 테이블, 탁자, 책상
chair = 의자, 벤치
street lamp = 가로등
lamp = 램프
candle = 촛불, 양초
cup = 컵, 커피
vase = 꽃병
sign = 간판
umbrella = 우산
mountain = 산
moon = 달, 보름달
cloud = 구름
planet = 행성
waterfall = 폭포
fireworks = 불꽃놀이
fire = 불, 모닥불
rabbit = 토끼
astronaut = 우주비행사`,
  words: `
red = 빨간, 빨간색, 붉은
blue = 파란, 파란색, 푸른
green = 초록, 초록색, 녹색
yellow = 노란, 노란색
orange = 주황색
white = 하얀, 흰, 흰색
black = 검은, 검은색, 까만
pink = 분홍색, 분홍
purple = 보라색
golden = 금색, 황금
small = 작은
big = 큰
huge = 거대한
old = 오래된, 낡은
wooden = 나무로_된
glowing = 빛나는
snowy = 눈_덮인
on< = 위에, 위의, 위에서, 위
under< = 아래, 아래에, 밑에, 아래의
in front of< = 앞에, 앞의, 앞
behind< = 뒤에, 뒤의, 뒤
next to< = 옆에, 옆의, 옆
inside< = 안에, 속에, 속의, 속을, 안의
and = 그리고
a = 한, 한_마리의, 한_마리
two = 두, 두_마리, 두_마리의, 둘
three = 세, 세_마리, 세_마리의
five = 다섯
many = 많은
street = 거리, 골목
city = 도시
village = 마을
forest = 숲
lake = 호수, 호숫가
sea = 바다
beach = 해변, 바닷가
river = 강
field = 들판
garden = 정원
room = 방, 거실
library = 도서관
desert = 사막
sky = 하늘
space = 우주
stars = 별
mars = 화성
at night = 밤, 밤에
sunset = 일몰, 노을, 석양
sunrise = 일출, 새벽
morning = 아침
rain = 비, 빗속
fog = 안개
snow = 눈
storm = 폭풍
autumn = 가을
winter = 겨울
spring time = 봄
summer = 여름
neon = 네온
watercolor = 수채화
oil painting = 유화
stained glass = 스테인드글라스, 스테인드_글라스
low poly = 로우폴리
isometric = 아이소메트릭
line art = 라인_아트, 선화
charcoal drawing = 목탄화
pencil sketch = 연필_스케치, 스케치
ink wash = 수묵화
impressionist painting = 인상파
pastel drawing = 파스텔화
woodblock print = 목판화, 우키요에
paper cut = 종이_공예, 페이퍼_컷
claymation = 클레이메이션, 점토
anime style = 애니메이션_스타일, 애니메
comic book style = 만화
vintage photo = 오래된_사진, 빈티지_사진
cinematic = 영화_같은, 시네마틱
cyberpunk = 사이버펑크
vaporwave = 베이퍼웨이브
pop art = 팝아트
pixel art = 픽셀_아트
black and white photo = 흑백
sitting = 앉아, 앉은, 앉아있는
standing = 서, 서있는
sleeping = 자는, 잠자는
walking = 걷는, 걸어가는
running = 달리는, 뛰는
flying = 나는, 날아가는
- = 있는, 마리, 마리의, 그루의, 채의`,
  suffixes: [
    ['에서는', 'in<'],
    ['에서', 'in<'],
    ['에는', 'in<'],
    ['으로', '|'],
    ['들이', '|'],
    ['하고', 'and'],
    ['에', 'in<'],
    ['은', '|'],
    ['는', '|'],
    ['이', '|'],
    ['가', '|'],
    ['을', '|'],
    ['를', '|'],
    ['의', '-'],
    ['와', 'and'],
    ['과', 'and'],
    ['랑', 'and'],
    ['로', '|'],
    ['도', '|'],
  ],
};
