/** Tasks and problems of vision, graphics, robots and medical images. Grammar of the lines: `entries.ts`. */
export const TASKS_VISION = `
3D Generation | text to 3D | image to 3D | 3D asset generation | 3D content creation | 3D shape generation | 3D object generation
3D Human Reconstruction | human reconstruction | human mesh recovery | 3D human avatar | human avatar | head avatar
3D Object Detection | BEV detection | 3D detection
3D Reconstruction | 3D scene reconstruction | surface reconstruction | multi view stereo | scene reconstruction | multi view reconstruction
3D Scene Generation | scene generation ? 3D | world generation
3D Scene Understanding | 3D semantic understanding | open vocabulary 3D | 3D visual grounding
3D Semantic Segmentation | 3D segmentation | point cloud segmentation
4D Generation | 4D world | 4D scene generation | dynamic scene generation | 4D content
Action Recognition | video action recognition | human action recognition | temporal action localization | action detection | temporal action detection
Adversarial Attacks | adversarial attack | adversarial example | adversarial perturbation
Adversarial Robustness | adversarially robust | adversarial defense | robustness to adversarial
AI-generated Image Detection | AI generated image detection | generated image detection | synthetic image detection | detecting AI generated image
Anomaly Detection | outlier detection | industrial anomaly detection | anomaly segmentation
Audio-visual Learning | audio visual
Augmented Reality | AR/VR | mixed reality
Autonomous Driving | self driving | autonomous vehicle | automated driving | end to end driving | self driving car
Brain-Computer Interface | brain computer interface | brain decoding | BCI ? EEG brain
BEV Perception | bird's eye view | BEV ? driving vehicle
Biometrics | fingerprint recognition | iris recognition | gait recognition | palmprint
-Calibration | calibration error | miscalibration | miscalibrated | model calibration | confidence calibration | expected calibration error
Camera Calibration | camera pose estimation | camera localization
Camouflaged Object Detection
Chart Understanding | chart question answering | chart comprehension | impact of chart
Change Detection | remote sensing change detection
Composed Image Retrieval
Crowd Counting | object counting
Deepfake Detection | deepfake | face forgery detection | synthetic face detection | face forgery
Dense Prediction | dense prediction task
Depth Completion
Depth Estimation | monocular depth estimation | metric depth
Digital Pathology | computational pathology | histopathology | whole slide image | histopathological
Disentanglement ~ | disentangled representation | disentangled representation learning
Domain Adaptation | unsupervised domain adaptation | source free domain adaptation | test time adaptation
Domain Generalization | cross domain generalization
Egocentric Vision | egocentric video | first person video | egocentric view | egocentric perception | egocentric vision
Embodied AI | embodied agent | embodied intelligence | embodied navigation | embodied reasoning
Face Recognition | face verification | face anti spoofing
Facial Animation | 3D facial animation 
Facial Expression Recognition | facial expression analysis
Fall Detection
Few-shot Learning | few shot classification | few shot segmentation | few shot setting
Fine-grained Classification | fine grained recognition | fine grained visual classification
Gaze Estimation | eye tracking | gaze tracking
Generalized Category Discovery | novel class discovery
Geo-localization | visual geolocalization | visual place recognition | image geolocation
Hand Pose Estimation | hand pose
Human Activity Recognition | activity recognition
Human Animation | character animation | human image animation | pose guided animation | reconstruction and animation
Human Motion Generation | text to motion | motion generation | motion synthesis
Human Pose Estimation | 3D human pose estimation | 2D pose estimation
Human-object Interaction | HOI detection | hand object interaction
Humanoid Robots | humanoid | humanoid robot
Hyperspectral Imaging | hyperspectral image | hyperspectral
Image Captioning | dense captioning
Image Classification
Image Compression | learned image compression | neural image compression
Image Deblurring | image dehazing | image deraining | motion deblurring
Image Denoising | image denoiser
Image Editing | text guided image editing | instruction based image editing | image manipulation ? edit editing
Image Enhancement | low light image enhancement | low light enhancement | underwater image enhancement
Image Fusion | infrared and visible image fusion | multi focus image fusion
Image Generation | image synthesis | visual generation | generating image | class conditional image generation
Image Inpainting | inpainting | outpainting
Image Quality Assessment | image aesthetics assessment
Image Registration | medical image registration | deformable registration
Image Restoration | all in one image restoration
Cross-modal Retrieval | image text retrieval | text image retrieval
Image Retrieval | content based image retrieval
Image Segmentation | promptable segmentation
Image-to-Image Translation | image to image translation | unpaired image translation
Image-to-Video | image to video | image to video generation
Industrial Inspection | defect detection | surface defect detection
Instance Segmentation | panoptic segmentation
Lane Detection | HD map construction | road extraction
Layout Generation | graphic design generation
Long Video Understanding | long form video understanding | long video | hour long video | long video stream
Long-tailed Learning | long tailed recognition | long tailed | long tail distribution | class imbalance
Medical Diagnosis | disease diagnosis | computer aided diagnosis | clinical diagnosis | disease detection | cancer detection | Alzheimer's disease diagnosis
Medical Image Segmentation | tumor segmentation | organ segmentation | polyp segmentation | vertebral segmentation | brain tumor segmentation | lesion segmentation
Medical Imaging | medical image | medical image analysis | biomedical imaging | radiology | neuroimaging
Mesh Generation
Mobile Manipulation
MRI | magnetic resonance imaging | MRI reconstruction
Motion Planning | trajectory planning | path planning | motion planner
Multi-object Tracking | multiple object tracking | MOT ? tracking
Multimodal Reasoning | visual reasoning | multimodal reasoning | visual mathematical reasoning
Multiview Learning | multi view clustering | multi view learning
Neural Rendering | differentiable rendering | real time rendering | inverse rendering | relighting
Novel View Synthesis | view synthesis | NVS ? view
Object Detection | small object detection | oriented object detection | open vocabulary detection | open vocabulary object detection
Object Navigation | ObjectNav | vision and language navigation | VLN ? navigation | vision language navigation | visual navigation | robot navigation
Object Tracking | visual object tracking | visual tracking | single object tracking
OCR | optical character recognition | text recognition | scene text recognition | handwriting recognition | scene text detection
OOD Detection | out of distribution detection
OOD Generalization | out of distribution generalization | OOD performance | generalize better out of distribution | out of distribution performance
Open-vocabulary Segmentation | open vocabulary semantic segmentation | open vocabulary segmentation
Optical Flow | optical flow estimation | scene flow | scene flow estimation
Occupancy Prediction | 3D occupancy prediction | semantic occupancy
Person Re-identification | person re identification | ReID | person search
Personalized Generation | subject driven generation | personalized image generation | identity preserving generation
Point Clouds | point cloud | 3D point cloud | point cloud completion | point cloud registration
Radiology Report Generation | radiology report | medical report generation
Referring Segmentation | referring image segmentation | referring expression segmentation
Visual Grounding | referring expression comprehension | phrase grounding
Remote Sensing | satellite image | satellite imagery | earth observation | aerial imagery
Retinal Imaging | fundus image | retinal image | diabetic retinopathy
Robot Learning | robotic learning | robot policy learning
Robot Manipulation | robotic manipulation | dexterous manipulation | robot grasping | bimanual manipulation | dexterous grasping | robot arm
Legged Locomotion | quadruped | legged robot | quadrupedal
Salient Object Detection | saliency detection | saliency prediction
Scene Graph Generation | scene graph
Scene Understanding ~
Semantic Segmentation
Sign Language | sign language recognition | sign language translation | sign language production
Sim-to-Real | sim2real | sim to real transfer | simulation to reality
Simulation ~ | driving simulation
Sketch Generation | vector graphics generation | SVG generation | CAD generation
SLAM | simultaneous localization and mapping | visual odometry | visual SLAM | LiDAR odometry | visual inertial odometry
Spatial Reasoning | spatial intelligence | spatial understanding
Spatial Transcriptomics | spatial proteomics | spatial omics
Stereo Matching | stereo vision
Super-resolution | image super resolution | video super resolution | super resolution
Surgical AI | surgical video | surgical phase recognition | robotic surgery | surgical workflow
Talking Heads | talking head generation | talking face generation
Text-to-Image | text to image generation | text to image synthesis | T2I ? image
Text-to-Video | text to video generation | T2V ? video
Traffic Forecasting | traffic prediction | traffic flow prediction
Trajectory Prediction | motion forecasting | pedestrian trajectory prediction | trajectory forecasting
UAV | unmanned aerial vehicle | drone | quadrotor | UAV tracking
Unified Multimodal Models | unified multimodal model | unified multimodal understanding and generation | unified understanding and generation
Video Captioning
Video Editing
Video Generation | video diffusion model | video synthesis
Video Object Segmentation | VOS ? video | video segmentation
Video Question Answering | video QA | VideoQA
Video Retrieval | video text retrieval | video moment retrieval | moment retrieval | temporal grounding | video temporal grounding
Video Quality Assessment
Video Understanding | video comprehension | video reasoning | understanding of long video
Virtual Reality
Virtual Try-on | virtual try on
Visual Question Answering | VQA ? visual image images
Zero-shot Learning ~ | zero shot classification | zero shot recognition | zero shot image classification
Scenario Generation | driving scenario generation
Webpage Generation | web page generation | UI to code | design to code | webpage recreation | front end code generation
Whole-body Control
`;
