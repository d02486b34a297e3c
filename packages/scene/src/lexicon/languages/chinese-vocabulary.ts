/** Nouns and words in the lines of a language table, several to a line. */
export const CHINESE_NOUNS = `
duck = 鸭子, 鸭; duckling = 小鸭; parrot = 鹦鹉; swan = 天鹅; goose = 鹅; chicken = 鸡, 母鸡; rooster = 公鸡; chick = 小鸡
penguin = 企鹅; eagle = 老鹰, 鹰; crow = 乌鸦; seagull = 海鸥; pigeon = 鸽子; stork = 鹳; flamingo = 火烈鸟; peacock = 孔雀
hummingbird = 蜂鸟; donkey = 驴; goat = 山羊; lamb = 羊羔; sheep = 绵羊, 羊; pig = 猪; cow = 牛, 奶牛; bull = 公牛; deer = 鹿
reindeer = 驯鹿; squirrel = 松鼠; hedgehog = 刺猬; mouse = 老鼠; tiger = 老虎, 虎; lion = 狮子; leopard = 豹子, 豹, 猎豹; elephant = 大象
giraffe = 长颈鹿; zebra = 斑马; hippo = 河马; rhino = 犀牛; monkey = 猴子; gorilla = 大猩猩; kangaroo = 袋鼠; camel = 骆驼; panda = 熊猫
polar bear = 北极熊; bear = 熊; wolf = 狼; fox = 狐狸; rabbit = 兔子, 兔; frog = 青蛙; snake = 蛇; crocodile = 鳄鱼; lizard = 蜥蜴
dolphin = 海豚; whale = 鲸鱼, 鲸; shark = 鲨鱼; octopus = 章鱼; jellyfish = 水母; crab = 螃蟹; seal = 海豹; bee = 蜜蜂; spider = 蜘蛛
butterfly = 蝴蝶; dinosaur = 恐龙; unicorn = 独角兽; mermaid = 美人鱼; ghost = 鬼, 幽灵; alien = 外星人; monster = 怪物, 怪兽
fairy = 仙女, 精灵; witch = 女巫; wizard = 巫师, 魔法师; knight = 骑士; king = 国王; queen = 女王, 王后; prince = 王子; princess = 公主
pirate = 海盗; samurai = 武士; soldier = 士兵, 军人; police officer = 警察; firefighter = 消防员; doctor = 医生; nurse = 护士
teacher = 老师, 教师; student = 学生; chef = 厨师; baker = 面包师; waiter = 服务员; farmer = 农民, 农夫; fisherman = 渔夫, 渔民
scientist = 科学家; artist = 艺术家; painter = 画家; musician = 音乐家; singer = 歌手; dancer = 舞者; ballerina = 芭蕾舞者, 芭蕾舞女
clown = 小丑; monk = 和尚, 僧侣; cowboy = 牛仔; shepherd = 牧羊人; sailor = 水手; diver = 潜水员; surfer = 冲浪者; skier = 滑雪者
runner = 跑步者; cyclist = 骑行者; football player = 足球运动员; baby = 婴儿, 宝宝; grandmother = 奶奶, 祖母, 外婆; grandfather = 爷爷, 祖父
mother = 妈妈, 母亲; father = 爸爸, 父亲; couple = 情侣, 夫妇; family = 一家人, 家庭; crowd = 人群; old man = 老人, 老爷爷, 老头
old woman = 老妇人, 老太太; house = 房子; skyscraper = 摩天大楼, 高楼; building = 建筑, 大楼, 楼房; palace = 宫殿; cathedral = 大教堂
church = 教堂; temple = 寺, 寺庙, 庙, 神庙; mosque = 清真寺; windmill = 风车; pyramid = 金字塔; barn = 谷仓; tent = 帐篷; fence = 栅栏, 篱笆
fountain = 喷泉; statue = 雕像; motorcycle = 摩托车; scooter = 踏板车; truck = 卡车, 货车; taxi = 出租车; tram = 电车, 有轨电车
tractor = 拖拉机; helicopter = 直升机; spaceship = 宇宙飞船, 飞船; ufo = 飞碟; submarine = 潜水艇, 潜艇; canoe = 独木舟; pirate ship = 海盗船
ship = 轮船, 大船; fishing boat = 渔船; skateboard = 滑板; sled = 雪橇; guitar = 吉他; piano = 钢琴; violin = 小提琴; drum = 鼓
flute = 长笛, 笛子; trumpet = 小号; saxophone = 萨克斯; book = 书本; newspaper = 报纸; letter = 信件; clock = 时钟; computer = 电脑
laptop = 笔记本电脑; camera = 相机, 照相机; telescope = 望远镜; sword = 剑; crown = 王冠, 皇冠; treasure chest = 宝箱; box = 箱子, 盒子
basket = 篮子; bottle = 瓶子, 酒瓶; glass = 玻璃杯; plate = 盘子, 碟子; bowl = 碗; teapot = 茶壶; bed = 床; armchair = 扶手椅
desk = 书桌, 办公桌; bookshelf = 书架; bench = 长凳, 长椅; carpet = 地毯; mirror = 镜子; lantern = 灯笼; fireplace = 壁炉; campfire = 篝火
candle = 蜡烛; kite = 风筝; flag = 旗子, 旗帜; gift = 礼物, 礼盒; teddy bear = 泰迪熊, 玩具熊; sandcastle = 沙堡, 沙子城堡; snowman = 雪人; christmas tree = 圣诞树
pumpkin = 南瓜; shoe = 鞋子, 鞋, 运动鞋; hat = 帽子; dress = 裙子, 连衣裙; coat = 外套, 大衣; scarf = 围巾; suit = 西装; kimono = 和服
pizza = 披萨, 比萨; bread = 面包; cheese = 奶酪; cake = 蛋糕; ice cream = 冰淇淋; coffee = 咖啡; tea = 茶; wine = 葡萄酒, 红酒; soup = 汤
apple = 苹果; orange fruit = 橙子, 橘子; lemon = 柠檬; banana = 香蕉; strawberry = 草莓; cherry = 樱桃; grapes = 葡萄
watermelon = 西瓜; fruit = 水果; rose = 玫瑰; tulip = 郁金香; sunflower = 向日葵; daisy = 雏菊; lotus = 荷花, 莲花; cactus = 仙人掌
mushroom = 蘑菇; palm tree = 棕榈树, 椰子树; pine tree = 松树; oak = 橡树; tree = 树木; bush = 灌木; rock = 岩石, 石头; crystal = 水晶
sun = 太阳; rainbow = 彩虹; comet = 彗星; lightning = 闪电`;

export const CHINESE_WORDS = `
pond = 池塘; rooftop = 屋顶, 楼顶; road = 公路, 道路, 马路; highway = 高速公路; plaza = 广场; alley = 小巷, 巷子, 胡同; street = 大街, 街上, 街头
old town = 古城, 老城; jungle = 丛林, 热带雨林, 雨林; waterfall = 瀑布; cave = 山洞, 洞穴; volcano = 火山; lava = 熔岩; kitchen = 厨房
bedroom = 卧室; living room = 客厅; bathroom = 浴室; coffee shop = 咖啡馆, 咖啡厅, 餐厅; office = 办公室; classroom = 教室; school = 学校
stage = 舞台; market = 市场, 集市, 夜市; harbour = 港口; pier = 码头, 栈桥; train station = 火车站, 车站; stadium = 体育场, 足球场
ruins = 废墟, 遗迹; bridge = 桥; farm = 农场; village = 村庄, 小村; savanna = 稀树草原, 非洲草原; canyon = 峡谷; valley = 山谷; swamp = 沼泽
island = 岛, 岛屿, 小岛; iceberg = 冰山; glacier = 冰川; arctic = 北极, 南极; meadow = 草地; grass = 草坪; hill = 山丘, 小山; orchard = 果园
vineyard = 葡萄园; spaceship interior = 驾驶舱; laboratory = 实验室; factory = 工厂; workshop = 工坊, 作坊; museum = 博物馆, 美术馆
ballroom = 舞厅; hallway = 走廊; hospital = 医院; bakery = 面包店; shop = 商店; park = 公园; playground = 游乐场, 操场; garden = 花园, 院子
greenhouse = 温室; forest = 森林; bamboo forest = 竹林; field = 田野; wheat field = 麦田; sunflower field = 向日葵田, 向日葵花田
lavender field = 薰衣草田; rice field = 稻田, 梯田; desert = 沙漠, 沙丘; oasis = 绿洲; sea = 大海, 海面, 海浪, 波浪; beach = 海滩, 沙滩, 海边
coast = 海岸; cliff = 悬崖; lake = 湖, 湖面, 湖畔; river = 河流, 小溪, 溪流; canal = 运河; mountains = 群山, 山脉, 山里
snowy mountains = 雪山; city = 城市, 都市; skyline = 天际线, 城市夜景; futuristic city = 未来城市, 未来都市; paris = 巴黎; london = 伦敦
new york = 纽约; tokyo = 东京; venice = 威尼斯; rome = 罗马; berlin = 柏林; moscow = 莫斯科; shanghai = 上海; beijing = 北京
cairo = 开罗; mumbai = 孟买; eiffel tower = 埃菲尔铁塔, 艾菲尔铁塔; great wall of china = 长城; on the moon = 月球上, 在月球上, 月球表面
mars = 火星, 火星上; space = 太空, 宇宙, 银河; starry sky = 星空; northern lights = 极光; underwater = 水下, 海底; coral reef = 珊瑚礁
castle = 城堡; throne room = 宝座厅; library = 图书馆; treasure map = 藏宝图; airport = 机场; campsite = 营地; sky = 天空, 空中
above the clouds = 云层之上, 云端; temple ruins = 神庙废墟; puddles = 水坑, 水洼; swimming pool = 游泳池, 泳池; small = 小小的, 小小, 小的
big = 大大的, 大大, 大的, 大型; huge = 巨大的, 巨大, 巨型; tiny = 微小的, 微小, 迷你; tall = 高高的, 高高, 高大的, 高大; young = 年轻的, 年轻
old = 年老的, 年老, 旧的, 老旧的, 老旧, 老; ancient = 古老的, 古老, 古代的, 古代; new = 崭新的, 崭新, 新的; modern = 现代的, 现代, 现代化的, 现代化
futuristic = 未来感的, 未来感, 未来的, 未来; medieval = 中世纪的, 中世纪; wooden = 木制的, 木制, 木质的, 木质; stone = 石头的, 石制的, 石制
glass made = 玻璃的, 玻璃; golden = 金色的, 金色; silver = 银色的, 银色; red = 红色的, 红色; blue = 蓝色的, 蓝色; turquoise = 青绿色的, 青绿色
green = 绿色的, 绿色; pink = 粉红色的, 粉红色, 粉色的, 粉色; purple = 紫色的, 紫色; beige = 米色的, 米色
colorful = 五颜六色的, 五颜六色, 彩色的, 彩色, 多彩的, 多彩, 五彩缤纷的, 五彩缤纷; glowing = 发光的, 发光, 闪亮的, 闪亮; bright = 明亮的, 明亮
dark = 黑暗的, 黑暗, 昏暗的, 昏暗; snowy = 白雪皑皑的, 白雪皑皑, 积雪的, 积雪, 被雪覆盖的, 被雪覆盖; frozen = 结冰的, 结冰, 冰冻的, 冰冻
wet = 湿漉漉的, 湿漉漉, 潮湿的, 潮湿; foggy = 雾蒙蒙的, 雾蒙蒙, 有雾的, 有雾; rainy = 下雨的, 下雨, 雨天; sunny = 阳光明媚的, 阳光明媚, 晴朗的, 晴朗, 晴天
happy = 快乐的, 快乐, 开心的, 开心, 幸福的, 幸福; sad = 悲伤的, 悲伤, 难过的, 难过; lonely = 孤独的, 孤独, 孤单的, 孤单; angry = 生气的, 生气, 愤怒的, 愤怒
cute = 可爱的, 可爱; beautiful = 美丽的, 美丽, 漂亮的, 漂亮; abandoned = 废弃的, 废弃, 被遗弃的, 被遗弃; magical = 魔法的, 魔法, 神奇的, 神奇
mysterious = 神秘的, 神秘; tropical = 热带的, 热带; round = 圆形的, 圆形, 圆的; long = 长长的, 长长, 长的; striped = 条纹的, 条纹; white = 白色的, 白色
black = 黑色的, 黑色; yellow = 黄色的, 黄色; orange = 橙色的, 橙色, 橘色的, 橘色; brown = 棕色的, 棕色, 褐色的, 褐色; gray = 灰色的, 灰色
sitting = 坐着, 坐; standing = 站着, 站立; lying = 躺着, 躺在; sleeping = 睡着, 熟睡, 睡觉; walking = 走着, 散步, 行走, 走路, 走过
running = 奔跑, 跑步, 跑着; flying = 飞翔, 飞行, 飞着, 飞过; swimming = 游泳, 游着, 游来游去; diving = 潜水; dancing = 跳舞, 跳着舞, 起舞
jumping = 跳跃, 跳起, 跳着; playing = 玩耍, 玩, 弹奏, 演奏; playing football = 踢足球; reading = 读, 看书, 阅读, 读着; writing = 写字, 书写
painting a = 画画, 绘画; eating = 吃着, 吃; drinking = 喝着, 喝; cooking = 做饭, 烹饪; singing = 唱歌, 唱着, 歌唱; laughing = 大笑, 笑着
smiling = 微笑; crying = 哭泣, 哭着; waving = 挥手, 招手; driving = 驾驶, 开车, 行驶, 驶过, 疾驰; riding = 骑着, 骑; sailing = 航行
floating = 漂浮, 飘浮, 漂; falling = 落下, 飘落, 掉落; rising = 升起; climbing = 攀爬, 爬上, 爬; fighting = 战斗, 打斗, 对战, 搏斗
chasing = 追逐, 追赶, 追着; holding = 拿着, 举着, 捧着, 抱着, 撑着; wearing = 穿着, 戴着, 身穿; looking at = 看着, 望着, 凝视; kissing = 亲吻, 接吻
fishing = 钓鱼, 捕鱼; working = 工作, 干活; skiing = 滑雪; surfing = 冲浪; grazing = 吃草; burning = 燃烧, 着火; erupting = 爆发, 喷发
blooming = 盛开, 开花; launching = 发射, 升空, 起飞; spinning = 旋转; waiting = 等待, 等着; full moon = 满月, 圆月
at night = 夜晚, 夜里, 深夜, 半夜, 夜间; sunset = 日落, 夕阳, 落日, 晚霞; sunrise = 日出, 朝阳; dawn = 黎明, 拂晓, 破晓; morning = 早晨, 清晨, 早上
noon = 中午, 正午; afternoon = 下午, 午后; dusk = 黄昏, 傍晚; golden hour = 黄金时刻; sunlight = 阳光; moonlight = 月光; candlelight = 烛光
rain = 雨, 雨中; fog = 雾, 大雾, 薄雾, 晨雾; snow = 雪地, 白雪; snowing = 下雪, 飘雪, 大雪; storm = 暴风雨, 风暴; thunderstorm = 雷雨, 雷暴
windy = 大风, 刮风; autumn = 秋天, 秋季, 秋日; winter = 冬天, 冬季, 冬日; spring time = 春天, 春季; summer = 夏天, 夏季, 夏日
autumn leaves = 落叶, 枫叶, 红叶; cherry blossoms = 樱花; watercolor = 水彩画, 水彩; oil painting = 油画; pencil sketch = 素描, 铅笔画
pixel art = 像素风格, 像素风, 像素画; anime style = 动漫风格, 日漫风格; comic book style = 漫画风格; 3d render = 3d渲染, 三维渲染
photorealistic = 写实, 照片级, 摄影; cinematic = 电影感, 电影级, 电影风格; black and white photo = 黑白, 黑白照片; cyberpunk = 赛博朋克
ink wash = 水墨画, 水墨风格; children's book illustration = 儿童绘本, 绘本风格; close up = 特写, 近景; wide shot = 全景, 远景
aerial shot = 航拍, 鸟瞰, 俯瞰; slow motion = 慢动作; time lapse = 延时摄影; portrait of = 肖像; in the background = 背景是, 背景为
in the foreground = 前景是; four = 四只, 四个, 四条, 四辆, 四匹, 四位, 四; five = 五只, 五个, 五条, 五匹, 五; six = 六只, 六个, 六
seven = 七只, 七个, 七; eight = 八只, 八个, 八; nine = 九只, 九个; ten = 十只, 十个; twelve = 十二; many = 许多, 很多, 无数, 一群
a few = 几只, 几个, 一些; through = 穿过, 穿越, 透过; along = 沿着; neon = 霓虹灯, 霓虹; sunglasses = 墨镜, 太阳镜; glasses = 眼镜; beard = 胡子
ball = 球, 足球; moon = 月球; book = 书, 一本书; moonlight = 月光下; cyberpunk = 赛博朋克; japanese = 日本; chinese = 中国
landscape = 风景; | = 旁边有; with = 带着; a = 一艘, 一列, 一架, 一群人, 一家, 一名, 一对, 一片, 一张, 一把, 一本, 一杯, 一碗, 一幅; two = 两艘, 两名, 两座, 两朵
three = 三名, 三艘, 三位; reading a book = 看书; riding a bicycle = 骑自行车; riding a horse = 骑马; wearing = 穿着, 戴着, 身穿, 戴, 穿
~ = 的; hair = 头发; eyes = 眼睛; leaf = 树叶, 叶子; building a = 堆; crossing = 横穿, 过马路; steam train = 蒸汽火车
playing = 弹着, 拉着, 弹; playing the guitar = 弹吉他; playing the piano = 弹钢琴; playing the violin = 拉小提琴; hanfu = 汉服
holding = 牵着, 提着, 抱着, 手持, 手里拿着, 握着, 背着; starry sky = 满天繁星, 繁星, 星光; in the background = 远处, 远处是, 背景是, 背景中, 背景里
slowly = 慢慢地, 缓缓; suddenly = 突然; eating = 吃着; bamboo = 竹子; lamp = 灯笼
the camera follows = 镜头跟随, 镜头跟着, 摄像机跟随; the camera pushes in = 镜头推进, 镜头拉近, 镜头缓缓推进; the camera pulls back = 镜头拉远; the camera orbits around = 镜头环绕, 镜头围绕
soft music = 轻柔的音乐, 舒缓的音乐; piano music = 钢琴音乐, 钢琴曲; no music = 没有音乐, 无音乐
snowing = 雪花, 雪花飘落, 大雪纷飞`;
