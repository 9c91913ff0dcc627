/** 政府信息公开工作年度报告格式（试行）, for report years 2019 and 2020. */
export const document2019 = '国办公开办函〔2019〕60号';
