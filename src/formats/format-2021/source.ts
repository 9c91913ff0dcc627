/** 政府信息公开工作年度报告格式, signed 2021-09-26, for report year 2021 onward; replaces the 2019 one. */
export const document2021 = '国办公开办函〔2021〕30号';
