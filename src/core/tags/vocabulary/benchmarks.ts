/** Benchmarks, data sets and environments. Grammar of the lines: `entries.ts`. */
export const BENCHMARKS = `
'MATH ? GSM8K AIME mathematical reasoning DeepScaleR | MATH-500 | MATH500 | Math-500
'GSM8K | GSM-8K | GSM8k | GSM-Symbolic
'AIME ? math reasoning problems GSM8K MATH | AIME24 | AIME25 | AIME 2024 | AIME 2025 | AIME'24 | AIME'25
'OlympiadBench
'Minerva ? math mathematical
'FrontierMath
'MathVista
'MathVerse
'MathVision | MATH-Vision
'DeepScaleR
'GPQA | GPQA-Diamond
'MMLU | MMLU-Pro | MMMLU | CMMLU
'BIG-Bench | BBH | BIG-Bench Hard | BIG-bench
'ARC-AGI | ARC-AGI-2
'ARC-Challenge | ARC-C
'ARC-Easy
'HellaSwag
'PIQA
'WinoGrande | Winogrande
'CommonsenseQA
'TruthfulQA
'MMAU
'Humanity's Last Exam | HLE ? exam reasoning agents search
'IFEval
'AlpacaEval | AlpacaEval 2.0 | AlpacaEval 2
'MT-Bench
'Arena-Hard | ArenaHard
'Chatbot Arena | LMArena
'RewardBench
'LongBench
'RULER ? context
'InfiniteBench
'Needle-in-a-Haystack | needle in a haystack
'LoCoMo
'LongMemEval
'GLUE ? language BERT understanding SQuAD
'SuperGLUE
'SQuAD | SQuAD 2.0
'Natural Questions ? question answering QA
'TriviaQA
'WebQuestions
'HotpotQA | HotPotQA
'2WikiMultihopQA | 2WikiMultiHopQA
'MuSiQue
'StrategyQA
'BrowseComp | BrowseComp-Plus
'GAIA ? agents agent assistants benchmark
'WebShop
'WebArena
'VisualWebArena
'Mind2Web
'WebVoyager
'OSWorld
'AndroidWorld
'ScreenSpot | ScreenSpot-Pro
'WindowsAgentArena
'ALFWorld
'TextWorld
'AgentBench
'tau-bench | TAU-Bench | τ-bench | τ2-bench
'AgentHarm
'ToolBench
'BFCL | Berkeley Function Calling Leaderboard
'SWE-bench | SWE-Bench | SWE-bench Verified | SWE-Bench Verified | SWE-bench Lite
'SWE-Gym
'HumanEval | HumanEval+ | HumanEvalPlus
'MBPP | MBPP+
'LiveCodeBench
'BigCodeBench
'Codeforces
'CodeContests
'APPS ? code programming
'Defects4J
'Spider ? SQL | Spider 2.0
'BIRD ? SQL
'WikiSQL
'CNN/DailyMail | CNN/Daily Mail
'XSum
'WMT ? translation
'FLORES | FLORES-200 | FLORES-101
'XNLI
'MNLI
'SNLI
'MS MARCO | MSMARCO
'BEIR ? retrieval
'MTEB
'TREC ? retrieval search
'WikiText | WikiText-103 | WikiText2
'C4 ? corpus pretraining language
'The Pile
'RedPajama
'FineWeb
'SlimPajama
'Penn Treebank
'Universal Dependencies
'CoNLL | CoNLL-2003
'OntoNotes
'SemEval
'FEVER ? fact claim verification
'PubMedQA
'MedQA
'MedMCQA
'MIMIC | MIMIC-III | MIMIC-IV | MIMIC-CXR
'CheXpert
'ChestX-ray14
'UK Biobank
'ADNI
'BraTS | BraTS 2021 | BraTS2021
'BTCV
'AMOS22
'FLARE22
'CHAOS ? abdominal CT MRI segmentation
'ISIC ? skin lesion
'TCGA
'Learn2Reg
'LUNA16
'TotalSegmentator
'ImageNet | ImageNet-1K | ImageNet-1k | ImageNet-256 | ILSVRC | ImageNet-21K | TinyImageNet
'CIFAR | CIFAR-10 | CIFAR-100 | CIFAR10 | CIFAR100
'MNIST | Fashion-MNIST
'COCO ? detection segmentation images image captions object | MS COCO | MS-COCO | MSCOCO
'LVIS
'ADE20K
'Cityscapes
'PASCAL VOC | Pascal VOC
'Objects365
'Visual Genome
'KITTI
'nuScenes | NuScenes
'Waymo | Waymo Open
'Argoverse | Argoverse 2
'NAVSIM | NavSim
'nuPlan
'CARLA ? driving simulator
'MetaDrive | Metadrive
'Bench2Drive
'ScanNet | ScanNet++ | ScanNet200
'ShapeNet
'ModelNet40
'ScanObjectNN
'Objaverse
'PointDA-10
'Replica ? reconstruction SLAM scenes
'RealEstate10K
'DL3DV
'Mip-NeRF 360
'Tanks and Temples
'NYUv2 | NYU Depth
'Kinetics | Kinetics-400
'Something-Something
'UCF101 | UCF-101
'HMDB51
'ActivityNet
'MSR-VTT | MSRVTT
'Ego4D
'EPIC-KITCHENS
'Ego-Exo4D
'Video-MME | VideoMME
'MVBench
'LVBench
'LongVideoBench
'EgoSchema
'MLVU
'VBench
'GenEval
'T2I-CompBench
'DPG-Bench
'DAVIS ? video segmentation
'YouTube-VOS
'LaSOT
'TrackingNet
'GOT-10k
'MOT17
'DanceTrack
'Market-1501
'LFW
'CelebA
'FFHQ
'CelebA-HQ
'FaceForensics++
'Celeb-DF
'MVTec AD | MVTec | MVTec-AD
'VisA ? anomaly
'DomainBed
'DomainNet
'Office-Home
'PACS ? domain
'MMMU | MMMU-Pro
'MMBench
'MMStar
'MM-Vet
'SEED-Bench
'POPE ? hallucination
'VQAv2
'OK-VQA
'TextVQA
'GQA ? visual
'DocVQA
'ChartQA
'OCRBench
'InfoVQA
'ScienceQA
'RefCOCO | RefCOCO+ | RefCOCOg
'Flickr30K | Flickr30k
'LAION | LAION-5B
'HumanML3D
'LibriSpeech
'Common Voice
'LibriTTS
'VoxCeleb
'AudioSet
'D4RL
'OGBench
'MuJoCo
'Atari | Atari 100k
'DeepMind Control Suite | DMControl | DeepMind Control
'Procgen
'NetHack | NetHack Learning Environment
'MiniGrid
'BabyAI
'Minecraft
'MineRL
'Crafter ? environment
'OpenAI Gym | Gymnasium
'Meta-World | MetaWorld
'LIBERO
'CALVIN ? robot manipulation
'RLBench
'ManiSkill
'RoboCasa
'RoboTwin
'SimplerEnv | SIMPLER ? robot
'Open X-Embodiment
'BridgeData
'Habitat ? navigation embodied
'Matterport3D
'HM3D
'R2R ? navigation
'Isaac Gym | Isaac Sim | Isaac Lab
'SMAC ? agent StarCraft | SMACv2
'Overcooked
'FB15k-237
'WN18RR
'OGB ? graph | Open Graph Benchmark
'Cora ? graph node
'QM9
'MoleculeNet
'ZINC ? molecule molecular
'PDBBind
'CASP ? protein
'MovieLens
'Amazon Reviews
'ETTh1
'ETTm1
'ERA5
'WeatherBench
'UCI ? datasets repository
'M4 ? forecasting
'AdvBench
'HarmBench
'JailbreakBench
'BBQ ? bias
'CTF ? security cybersecurity
'LUMIR
'ZuCo
'ChemCoTBench
'ChemBench
'EuroSAT
'BigEarthNet
'DOTA ? remote aerial oriented
'fMoW
'Sleep-EDF
'PTB-XL
'TUH ? EEG
'Ninapro
`;
